package io.rapport.platform.outbox;

import io.rapport.events.Topic;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record that waits to be published. */
record OutboxRow(long id, Topic topic, String key, @Nullable Buffer value) {
    static List<OutboxRow> all(RowSet<Row> rows) {
        List<OutboxRow> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(of(row)));
        return all;
    }

    private static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getLong("id"),
                Topic.valueOf(row.getString("topic")),
                row.getString("key"),
                row.getDelegate().getBuffer("value"));
    }

    ProducerRecord<String, byte[]> record(String prefix) {
        return new ProducerRecord<>(topic.name(prefix), key, value == null ? null : value.getBytes());
    }
}
