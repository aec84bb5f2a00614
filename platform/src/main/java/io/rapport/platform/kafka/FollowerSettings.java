package io.rapport.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** How a consumer without a group is set up. */
final class FollowerSettings {
    private FollowerSettings() {}

    static Map<String, Object> of(String bootstrap) {
        Map<String, Object> settings = new HashMap<>(KafkaSettings.configured(ConsumerConfig.configNames()));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // What retention has taken away is skipped, not an error.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }
}
