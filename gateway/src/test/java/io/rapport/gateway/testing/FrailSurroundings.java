package io.rapport.gateway.testing;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.rapport.platform.testing.RapportResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A Kafka of the gateway's own, to be broken, little patience and memory, low limits, and a proxy in front. */
@WithTestResource(
        value = RapportResource.class,
        initArgs = {
            @ResourceArg(name = "own", value = "kafka"),
            @ResourceArg(name = "rapport.gateway.tracking.acknowledge-within", value = "PT1S"),
            @ResourceArg(name = "rapport.gateway.tracking.most-waiting-bytes", value = "100000"),
            @ResourceArg(name = "rapport.gateway.trust-proxy", value = "true"),
            @ResourceArg(name = "rapport.gateway.rate-limit.per-second", value = "1"),
            @ResourceArg(name = "rapport.gateway.rate-limit.burst", value = "150"),
            @ResourceArg(name = "rapport.gateway.rate-limit.wrong-per-second", value = "1"),
            @ResourceArg(name = "rapport.gateway.rate-limit.wrong-burst", value = "5"),
            @ResourceArg(name = "rapport.gateway.rate-limit.anonymous-per-second", value = "1"),
            @ResourceArg(name = "rapport.gateway.rate-limit.anonymous-burst", value = "5"),
            @ResourceArg(name = "rapport.gateway.body.within", value = "PT2S"),
            @ResourceArg(name = "rapport.gateway.body.most-bytes", value = "3000000"),
            @ResourceArg(name = "rapport.gateway.proxy.connections", value = "2"),
            @ResourceArg(name = "rapport.gateway.proxy.most-bulk-bytes", value = "2097152")
        })
@WithTestResource(StubServices.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FrailSurroundings {}
