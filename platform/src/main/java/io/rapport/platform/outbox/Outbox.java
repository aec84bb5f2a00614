package io.rapport.platform.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes announcements in the caller's transaction. Records of one key must be written under a lock on what the key stands
 * for (a profile's row, a product's row), so that their order in the outbox is the order of the commits.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Outbox {
    private static final String INSERT = "insert into outbox (topic, key, value) select topic, key, value "
            + "from unnest($1::text[], $2::text[], $3::bytea[]) with ordinality as record(topic, key, value, position) "
            + "order by position";

    private final OutboxRelay relay;

    public Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /** With the reactive PostgreSQL client: one statement for all of them. */
    public Uni<Void> write(SqlClient transaction, List<OutboxRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(
                records.stream().map(r -> r.topic().name()).toArray(String[]::new),
                records.stream().map(OutboxRecord::key).toArray(String[]::new),
                records.stream()
                        .map(r -> r.value() == null ? null : Buffer.buffer(r.value()))
                        .toArray(Buffer[]::new));
        return transaction
                .preparedQuery(INSERT)
                .execute(values)
                .invoke(relay::wake)
                .replaceWithVoid();
    }

    /** With Hibernate Reactive. */
    public Uni<Void> write(Mutiny.Session session, OutboxRecord record) {
        return session.createNativeQuery("insert into outbox (topic, key, value) values (?1, ?2, ?3)")
                .setParameter(1, record.topic().name())
                .setParameter(2, record.key())
                .setParameter(3, record.value())
                .executeUpdate()
                .invoke(relay::wake)
                .replaceWithVoid();
    }
}
