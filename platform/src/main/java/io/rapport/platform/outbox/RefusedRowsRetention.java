package io.rapport.platform.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.retention.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Rows that Kafka refused for good: a person has as long to look at them as at dead letters. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
@SystemTime("retention")
class RefusedRowsRetention implements Retention {
    private static final Duration KEPT = Duration.ofDays(30);

    @Override
    public String what() {
        return "refused outbox rows";
    }

    /** A row counts from the first sweep that meets it. */
    @Override
    public Uni<Integer> sweep(SqlClient client) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return client.preparedQuery("update outbox_refused set refused_at = $1 where refused_at is null")
                .execute(Tuple.of(now))
                .chain(() -> client.preparedQuery("delete from outbox_refused where refused_at < $1")
                        .execute(Tuple.of(now.minus(KEPT))))
                .map(RowSet::rowCount);
    }
}
