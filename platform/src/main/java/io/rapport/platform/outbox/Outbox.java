package io.rapport.platform.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes announcements in the caller's transaction. Records of one key must be written under a lock on what the key stands
 * for (a profile's row, a product's row), so that their order in the outbox is the order of the commits.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Outbox {
    private static final String INSERT = "insert into outbox (topics, keys, \"values\") values ($1, $2, $3)";
    /** Enough that a row costs nothing beside its records, and few enough that a round may read many rows. */
    private static final int MOST_RECORDS = 100;

    private static final int MOST_BYTES = 256 * 1024;

    private final OutboxRelay relay;

    public Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /** With the reactive PostgreSQL client: one round trip for all of them. */
    public Uni<Void> write(SqlClient transaction, List<OutboxRecord> records) {
        return records.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(INSERT)
                        .executeBatch(rows(records))
                        .invoke(relay::wake)
                        .replaceWithVoid();
    }

    private static List<Tuple> rows(List<OutboxRecord> records) {
        List<Tuple> rows = new ArrayList<>();
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < records.size(); i++) {
            byte[] value = records.get(i).value();
            bytes += value == null ? 0 : value.length;
            if (i + 1 == records.size() || i + 1 - start == MOST_RECORDS || bytes >= MOST_BYTES) {
                rows.add(row(records.subList(start, i + 1)));
                start = i + 1;
                bytes = 0;
            }
        }
        return rows;
    }

    private static Tuple row(List<OutboxRecord> records) {
        return Tuple.of(
                records.stream().map(r -> r.topic().name()).toArray(String[]::new),
                records.stream().map(OutboxRecord::key).toArray(String[]::new),
                records.stream()
                        .map(r -> r.value() == null ? null : Buffer.buffer(r.value()))
                        .toArray(Buffer[]::new));
    }

    /** With Hibernate Reactive. */
    public Uni<Void> write(Mutiny.Session session, OutboxRecord record) {
        return session.createNativeQuery("insert into outbox (topics, keys, \"values\") "
                        + "values (array[?1], array[?2], array[cast(?3 as bytea)])")
                .setParameter(1, record.topic().name())
                .setParameter(2, record.key())
                .setParameter(3, record.value())
                .executeUpdate()
                .invoke(relay::wake)
                .replaceWithVoid();
    }
}
