package io.rapport.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the configuration says to every Kafka client of the process, {@code kafka.security.protocol} and the like, as Quarkus
 * hands it to its own channels (its guide to Kafka, "Kafka bare clients"). Asked for by name, so that an environment variable
 * ({@code KAFKA_SASL_JAAS_CONFIG}) counts too.
 */
final class KafkaSettings {
    private static final String PREFIX = "kafka.";

    private KafkaSettings() {}

    /** @param names those that the client knows */
    static Map<String, Object> configured(Set<String> names) {
        return configured(ConfigProvider.getConfig(), names);
    }

    static Map<String, Object> configured(Config config, Set<String> names) {
        Map<String, Object> settings = new HashMap<>();
        for (String name : names) {
            config.getOptionalValue(PREFIX + name, String.class).ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }
}
