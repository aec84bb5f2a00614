package io.rapport.recommendation.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.rapport.platform.testing.RapportResource;

/** The place of all tests of this service: nobody allows anything who did not say so, and models are built soon. */
@QuarkusTestResource(
        value = RapportResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "recommendation"),
            @ResourceArg(name = "rapport.recommendation.models.check", value = "PT0.3S"),
            @ResourceArg(name = "rapport.recommendation.models.least-interval", value = "PT2S")
        })
public final class Servers {
    private Servers() {}
}
