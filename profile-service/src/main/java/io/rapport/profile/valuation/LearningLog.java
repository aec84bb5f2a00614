package io.rapport.profile.valuation;

import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The row of {@code valuation}: what was learnt last, and who is at it. */
@ApplicationScoped
class LearningLog {
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final String READ = "select learnt_on, orders from valuation";
    private static final String CLAIM =
            "update valuation set leased_until = $1 where leased_until < $2 or leased_until > $1 returning orders";
    private static final String RENEW = "update valuation set leased_until = $1";
    private static final String CLOSE = "update valuation set learnt_on = $1, orders = $2, leased_until = '-infinity'";

    private final InstantSource clock;

    LearningLog(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The last learning.
     *
     * @param learntOn null if there was none
     * @param orders that there were, as far as they were counted
     */
    record Last(@Nullable LocalDate learntOn, long orders) {}

    Uni<Last> last(SqlClient client) {
        return client.query(READ).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Last(row.getLocalDate(0), row.getLong(1));
        });
    }

    /** Whether this caller may go on: nobody else is at it, or has been silent for too long. A lease set ahead by a clock ends. */
    Uni<Boolean> claim(SqlClient client) {
        Instant now = clock.instant();
        return client.preparedQuery(CLAIM)
                .execute(Tuple.of(Columns.utc(now.plus(LEASE)), Columns.utc(now)))
                .map(rows -> rows.size() > 0);
    }

    Uni<Void> renew(SqlClient client) {
        return client.preparedQuery(RENEW)
                .execute(Tuple.of(Columns.utc(clock.instant().plus(LEASE))))
                .replaceWithVoid();
    }

    Uni<Void> close(SqlClient client, LocalDate learntOn, long orders) {
        return client.preparedQuery(CLOSE).execute(Tuple.of(learntOn, orders)).replaceWithVoid();
    }
}
