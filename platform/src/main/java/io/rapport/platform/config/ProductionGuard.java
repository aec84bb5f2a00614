package io.rapport.platform.config;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** Refuses to start a production process on a setting that is only right for a laptop. */
@ApplicationScoped
class ProductionGuard {
    private final PlatformConfig config;

    ProductionGuard(PlatformConfig config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        if (!config.production()) {
            return;
        }
        List<String> faults = new ArrayList<>();
        if (config.clock().control()) {
            faults.add("rapport.clock.control must be false");
        }
        if (config.internal().publicKeys().isEmpty() && config.internal().privateKey().isEmpty()) {
            faults.add("rapport.internal.public-keys must be set");
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Not safe for production: " + String.join("; ", faults));
        }
    }
}
