package io.rapport.profile.intake;

import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.retention.Retention;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
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

/** Which messages were taken before. A claim stands for eight days, on system time; clients repeat for seven at most. */
@ApplicationScoped
@SystemTime("a claim stands for eight days whatever business time does")
class MessageClaims implements Retention {
    private static final Duration KEPT = Duration.ofDays(8);
    private static final String CLAIM = "insert into message_claim (claim, claimed_at) "
            + "select c, $2 from unnest($1::uuid[]) c order by c on conflict do nothing returning claim";

    /** Those of the claims that nobody made before. */
    Uni<Set<UUID>> claim(SqlClient transaction, Collection<UUID> claims) {
        Tuple values = Columns.ids(claims).addOffsetDateTime(now());
        return transaction.preparedQuery(CLAIM).execute(values).map(rows -> {
            Set<UUID> fresh = new HashSet<>();
            rows.forEach(row -> fresh.add(row.getUUID(0)));
            return fresh;
        });
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    @Override
    public String what() {
        return "message claims";
    }

    @Override
    public Uni<Integer> sweep(SqlClient client) {
        return client.preparedQuery("delete from message_claim where claimed_at < $1")
                .execute(Tuple.of(now().minus(KEPT)))
                .map(RowSet::rowCount);
    }
}
