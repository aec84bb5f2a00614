package io.rapport.profile.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that a consumer set aside.
 *
 * @param topic the topic that it came from, by its full name
 * @param group the consumer group that could not handle it
 * @param fault the kind of fault, an exception's name
 * @param detail what the fault said; may quote the record
 * @param position partition and offset in its topic, {@code 3/1042}
 * @param at when it was set aside
 */
// Letters are never compared; the bytes go to PostgreSQL and Kafka as they are.
@SuppressWarnings("ArrayRecordComponent")
record DeadLetter(
        UUID id,
        String topic,
        String group,
        String fault,
        String detail,
        String position,
        @Nullable String key,
        byte @Nullable [] value,
        Instant at,
        @Nullable Instant replayedAt) {
    private static final int MOST_DETAIL = 2_000;

    /** The letter in a record of the dead-letter topic; delivered twice it is the same letter. */
    static DeadLetter of(ConsumerRecord<String, byte[]> record) {
        String reason = header(record, "rapport-reason");
        int colon = reason.indexOf(':');
        String topic = header(record, "rapport-topic");
        String group = header(record, "rapport-group");
        String position = header(record, "rapport-position");
        return new DeadLetter(
                id(topic, group, position, record.timestamp()),
                topic,
                group,
                colon < 0 ? reason : reason.substring(0, colon),
                shortened(colon < 0 ? "" : reason.substring(colon + 1).strip()),
                position,
                record.key(),
                record.value(),
                Instant.ofEpochMilli(record.timestamp()),
                null);
    }

    private static String shortened(String detail) {
        return detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL);
    }

    /** PostgreSQL takes no NUL, and this consumer must never be the one that fails. */
    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        String text = header == null ? "unknown" : new String(header.value(), StandardCharsets.UTF_8);
        return text.replace('\0', '\uFFFD');
    }

    private static UUID id(String topic, String group, String position, long timestamp) {
        byte[] name = String.join("\n", topic, group, position).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(name.length + Long.BYTES)
                .put(name)
                .putLong(timestamp)
                .array());
    }
}
