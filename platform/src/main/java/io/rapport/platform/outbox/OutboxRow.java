package io.rapport.platform.outbox;

import io.rapport.events.Topic;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox: records that wait to be published, in their order. */
record OutboxRow(long id, List<Waiting> records) {
    /**
     * Where a record is.
     *
     * @param row the row's id
     * @param index from 0, within the row
     */
    record Place(long row, int index) {}

    /** A record and its place. */
    record Waiting(
            Place place, Topic topic, String key, @Nullable Buffer value) {
        ProducerRecord<String, byte[]> record(String prefix) {
            return new ProducerRecord<>(topic.name(prefix), key, value == null ? null : value.getBytes());
        }
    }

    static List<OutboxRow> all(RowSet<Row> rows) {
        List<OutboxRow> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(of(row)));
        return all;
    }

    private static OutboxRow of(Row row) {
        long id = row.getLong("id");
        String[] topics = row.getArrayOfStrings("topics");
        String[] keys = row.getArrayOfStrings("keys");
        Buffer[] values = Objects.requireNonNull(row.getDelegate().getArrayOfBuffers("values"));
        List<Waiting> records = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            records.add(new Waiting(new Place(id, i), Topic.valueOf(topics[i]), keys[i], values[i]));
        }
        return new OutboxRow(id, records);
    }
}
