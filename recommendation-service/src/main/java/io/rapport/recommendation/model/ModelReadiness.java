package io.rapport.recommendation.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A pod answers once it serves the model that stands, or knows that there is none. */
@Readiness
@ApplicationScoped
class ModelReadiness implements HealthCheck {
    private final ModelKeeper keeper;
    private final LiveModel live;

    ModelReadiness(ModelKeeper keeper, LiveModel live) {
        this.keeper = keeper;
        this.live = live;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("model")
                .status(keeper.ready())
                .withData("version", live.version())
                .build();
    }
}
