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
    private static final String DEFAULT_PASSWORD = "rapport";

    private final PlatformConfig config;

    ProductionGuard(PlatformConfig config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent event) {
        List<String> faults = config.production() ? faults(config) : List.of();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Not safe for production: " + String.join("; ", faults));
        }
    }

    /** Every unsafe setting at once, so that an operator mends them in one go. */
    static List<String> faults(PlatformConfig config) {
        List<String> faults = new ArrayList<>();
        if (config.clock().control()) {
            faults.add("rapport.clock.control must be false");
        }
        if (config.internal().publicKeys().isEmpty()
                && config.internal().privateKey().isEmpty()) {
            faults.add("rapport.internal.public-keys must be set");
        }
        if (config.secrets().key().filter(key -> !SecretBox.isKey(key)).isPresent()) {
            faults.add("rapport.secrets.key must be 32 bytes in base64");
        }
        if (config.database().filter(ProductionGuard::hasDefaultPassword).isPresent()) {
            faults.add("rapport.database.password must not be the default");
        }
        return faults;
    }

    private static boolean hasDefaultPassword(PlatformConfig.Database database) {
        return database.password().equals(DEFAULT_PASSWORD);
    }
}
