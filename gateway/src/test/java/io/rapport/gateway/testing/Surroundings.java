package io.rapport.gateway.testing;

import io.quarkus.test.common.WithTestResource;
import io.rapport.platform.testing.RapportResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What stands around the gateway under test: Kafka, keys, and stubs of the services. */
@WithTestResource(RapportResource.class)
@WithTestResource(StubServices.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Surroundings {}
