package io.rapport.recommendation.placement;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A pod answers once it knows its placements. */
@Readiness
@ApplicationScoped
class PlacementReadiness implements HealthCheck {
    private final LivePlacements live;

    PlacementReadiness(LivePlacements live) {
        this.live = live;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("placements").status(live.loaded()).build();
    }
}
