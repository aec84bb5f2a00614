package io.rapport.benchmarks.shop;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event as the gateway puts it on the raw topic: the record's key and its value. */
public record ShopEvent(String key, String messageId, String json) {
    public ProducerRecord<String, byte[]> on(String topic) {
        return new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
    }
}
