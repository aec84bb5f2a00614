package io.rapport.platform.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.retention.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Remembers which events a consumer has handled, in the transaction of their effects. Swept after eight days. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
@SystemTime("retention")
public class Inbox implements Retention {
    private static final Duration KEPT = Duration.ofDays(8);
    private static final String CLAIM = "insert into inbox (consumer, event_id, handled_at) "
            + "select $1, unnest($2::uuid[]), $3 on conflict do nothing returning event_id";

    /** Those of the events that this consumer has not handled before; they count as handled once the transaction commits. */
    public Uni<Set<UUID>> claim(SqlClient transaction, String consumer, Collection<UUID> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        UUID[] ids = events.stream().distinct().sorted().toArray(UUID[]::new);
        Tuple values = Tuple.of(consumer, ids, OffsetDateTime.now(ZoneOffset.UTC));
        return transaction.preparedQuery(CLAIM).execute(values).map(Inbox::ids);
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }

    @Override
    public String what() {
        return "inbox";
    }

    /** Forgets what no redelivery can bring back; retention is on system time. */
    @Override
    public Uni<Integer> sweep(SqlClient client) {
        return client.preparedQuery("delete from inbox where handled_at < $1")
                .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(KEPT)))
                .map(RowSet::rowCount);
    }
}
