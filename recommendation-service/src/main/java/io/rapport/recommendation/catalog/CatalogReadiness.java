package io.rapport.recommendation.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A pod answers once it knows what can be sold. */
@Readiness
@ApplicationScoped
class CatalogReadiness implements HealthCheck {
    private final CatalogLoader loader;
    private final LiveCatalog live;

    CatalogReadiness(CatalogLoader loader, LiveCatalog live) {
        this.loader = loader;
        this.live = live;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalog")
                .status(loader.loaded())
                .withData("products", live.size())
                .build();
    }
}
