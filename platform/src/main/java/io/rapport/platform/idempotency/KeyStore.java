package io.rapport.platform.idempotency;

import io.quarkus.arc.properties.IfBuildProperty;
import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.retention.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Keys, the requests that they stand for, and the answers. Retention is on system time. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
@SystemTime("retention")
class KeyStore implements Retention {
    static final Duration KEPT = Duration.ofHours(24);
    /** What is shown once is kept so long, sealed, for the caller whose connection broke before it arrived. */
    static final Duration SEALED_KEPT = Duration.ofMinutes(10);
    /** A request that has not been answered by then was cut short by a crash. */
    static final Duration LONGEST_RUN = Duration.ofMinutes(5);

    private static final String CLAIM = "insert into idempotency_key as stored (caller, key, hash, claimed_at) "
            + "values ($1, $2, $3, $4) on conflict (caller, key) do update "
            + "set hash = excluded.hash, claimed_at = excluded.claimed_at, "
            + "status = null, content_type = null, location = null, body = null, sealed = false "
            + "where stored.claimed_at < $5 or (stored.status is null and stored.claimed_at < $6) returning key";
    private static final String READ = "select hash, claimed_at, status, content_type, location, body, sealed "
            + "from idempotency_key where caller = $1 and key = $2";
    private static final String ANSWER = "update idempotency_key "
            + "set status = $4, content_type = $5, location = $6, body = $7, sealed = $8 "
            + "where caller = $1 and key = $2 and claimed_at = $3";
    private static final String FORGET =
            "update idempotency_key set body = null where sealed and body is not null and claimed_at < $1";
    private static final String RELEASE =
            "delete from idempotency_key where caller = $1 and key = $2 and claimed_at = $3";

    private final Pool pool;

    KeyStore(Pool pool) {
        this.pool = pool;
    }

    Uni<KeyState> claim(String caller, String key, Buffer hash) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        Claim claim = new Claim(caller, key, hash, now);
        Tuple values = Tuple.of(caller, key, hash, now, now.minus(KEPT), now.minus(LONGEST_RUN));
        return pool.preparedQuery(CLAIM)
                .execute(values)
                .chain(rows -> rows.size() == 1 ? Uni.createFrom().item(new KeyState.Claimed(claim)) : read(claim));
    }

    private Uni<KeyState> read(Claim claim) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(claim.caller(), claim.key()))
                .map(rows -> state(claim, rows));
    }

    private static KeyState state(Claim claim, RowSet<Row> rows) {
        if (rows.size() == 0) {
            // Given back in this very moment: to be tried again, like one that runs.
            return new KeyState.Running();
        }
        Row row = rows.iterator().next();
        if (!claim.hash().equals(row.getDelegate().getBuffer("hash"))) {
            return new KeyState.Reused();
        }
        if (row.getInteger("status") == null) {
            return new KeyState.Running();
        }
        return isForgotten(claim, row) ? new KeyState.Forgotten() : new KeyState.Answered(answer(row));
    }

    private static boolean isForgotten(Claim claim, Row row) {
        return row.getBoolean("sealed")
                && row.getOffsetDateTime("claimed_at").isBefore(claim.at().minus(SEALED_KEPT));
    }

    private static StoredAnswer answer(Row row) {
        return new StoredAnswer(
                row.getInteger("status"),
                row.getString("content_type"),
                row.getString("location"),
                row.getDelegate().getBuffer("body"),
                row.getBoolean("sealed"));
    }

    Uni<Void> answer(Claim claim, StoredAnswer answer) {
        Tuple values = Tuple.of(claim.caller(), claim.key(), claim.at())
                .addInteger(answer.status())
                .addString(answer.contentType())
                .addString(answer.location());
        values.getDelegate().addBuffer(answer.body()).addBoolean(answer.sealed());
        return pool.preparedQuery(ANSWER).execute(values).replaceWithVoid();
    }

    /** Gives the key back, for the request came to nothing. */
    Uni<Void> release(Claim claim) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(claim.caller(), claim.key(), claim.at()))
                .replaceWithVoid();
    }

    @Override
    public String what() {
        return "idempotency keys";
    }

    @Override
    public Uni<Integer> sweep(SqlClient client) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return client.preparedQuery(FORGET)
                .execute(Tuple.of(now.minus(SEALED_KEPT)))
                .chain(() -> client.preparedQuery("delete from idempotency_key where claimed_at < $1")
                        .execute(Tuple.of(now.minus(KEPT))))
                .map(RowSet::rowCount);
    }
}
