package io.rapport.platform.outbox;

import io.rapport.events.EventsJson;
import io.rapport.events.Topic;
import org.jspecify.annotations.Nullable;

/** A record to be published once the transaction that wrote it has committed; a null value is a tombstone. */
@SuppressWarnings("ArrayRecordComponent") // Bytes as Kafka takes them; records are never compared.
public record OutboxRecord(Topic topic, String key, byte @Nullable [] value) {
    public static OutboxRecord of(Topic topic, String key, Object event) {
        return new OutboxRecord(topic, key, EventsJson.write(event));
    }

    public static OutboxRecord tombstone(Topic topic, String key) {
        return new OutboxRecord(topic, key, null);
    }
}
