package io.rapport.profile.login;

import io.rapport.profile.access.Sha256;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Counts attempts in PostgreSQL, so that they count over all replicas; by hash, for what is typed may be a password. */
@ApplicationScoped
class AttemptStore {
    private static final String ENSURE = "insert into login_attempt (subject, failures, waits_until, last_at) "
            + "values ($1, 0, null, $2) on conflict do nothing";
    private static final String LOCK =
            "select failures, waits_until, last_at from login_attempt where subject = $1 for update";
    private static final String SAVE =
            "update login_attempt set failures = $2, waits_until = $3, last_at = $4 where subject = $1";

    private final Pool pool;

    AttemptStore(Pool pool) {
        this.pool = pool;
    }

    /** Applies the change to what stands, and answers with what stood. */
    Uni<Attempts> change(String username, Instant now, UnaryOperator<Attempts> change) {
        String subject = Sha256.hex(username);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(ENSURE)
                .execute(Tuple.of(subject, utc(now)))
                .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of(subject)))
                .map(rows -> attempts(rows.iterator().next()))
                .call(stood -> save(transaction, subject, change.apply(stood))));
    }

    private static Attempts attempts(Row row) {
        OffsetDateTime waitsUntil = row.getOffsetDateTime("waits_until");
        return new Attempts(
                row.getInteger("failures"),
                waitsUntil == null ? null : waitsUntil.toInstant(),
                row.getOffsetDateTime("last_at").toInstant());
    }

    private static Uni<Void> save(SqlConnection transaction, String subject, Attempts next) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(subject, next.failures(), utc(next.waitsUntil()), utc(next.lastAt())))
                .replaceWithVoid();
    }

    Uni<Void> clear(String username) {
        return pool.preparedQuery("delete from login_attempt where subject = $1")
                .execute(Tuple.of(Sha256.hex(username)))
                .replaceWithVoid();
    }

    Uni<Integer> sweep(SqlClient client, Instant before) {
        return client.preparedQuery("delete from login_attempt where last_at < $1")
                .execute(Tuple.of(utc(before)))
                .map(RowSet::rowCount);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
