package io.rapport.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How producers are set up: acks=all and idempotent always, so what is acknowledged is durable and in order. */
final class ProducerSettings {
    private ProducerSettings() {}

    /** For callers on an event loop: a send never blocks, and what is not delivered within 30 s has failed. */
    static Map<String, Object> prompt(String bootstrap) {
        Map<String, Object> settings = common(bootstrap);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        return settings;
    }

    /**
     * For callers on a worker thread whose records must not overtake one another: a send waits for room, and no record is
     * given up while Kafka is away, for a later one of the same key could be delivered in its place.
     */
    static Map<String, Object> patient(String bootstrap) {
        Map<String, Object> settings = common(bootstrap);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return settings;
    }

    private static Map<String, Object> common(String bootstrap) {
        Map<String, Object> settings = tuning();
        settings.putAll(KafkaSettings.configured(ProducerConfig.configNames()));
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }

    /** What an operator may set otherwise, as {@code kafka.linger.ms}. */
    private static Map<String, Object> tuning() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        // A topic once known stays known: a send to one that was quiet for minutes must not wait for its metadata
        // either.
        settings.put(
                ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(365).toMillis());
        return settings;
    }
}
