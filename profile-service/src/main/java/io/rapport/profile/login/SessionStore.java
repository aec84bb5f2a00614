package io.rapport.profile.login;

import io.rapport.profile.access.AccessConfig;
import io.rapport.profile.access.RandomText;
import io.rapport.profile.access.Sha256;
import io.rapport.profile.operator.Operator;
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
import java.util.Optional;
import java.util.UUID;

/** Operators' sessions and the refresh tokens of each, as hashes. Ending a session deletes it and all of its tokens. */
@ApplicationScoped
class SessionStore {
    private static final String OPEN = "insert into operator_session "
            + "(id, username, password_version, started_at, ends_at) "
            + "select $1::uuid, username, password_version, $4::timestamptz, $5::timestamptz from operator "
            + "where username = $2 and password_version = $3";
    private static final String ADD = "insert into refresh_token (hash, session_id, issued_at, expires_at) "
            + "values ($1, $2, $3, least($4::timestamptz, $5::timestamptz))";
    private static final String LOCK =
            "select s.id, s.username, s.password_version, s.ends_at, t.used_at, t.expires_at "
                    + "from refresh_token t join operator_session s on s.id = t.session_id where t.hash = $1 for update";
    private static final String LOGOUT =
            "delete from operator_session where id in (select session_id from refresh_token where hash = $1)";
    private static final String SWEEP = "delete from operator_session s where not exists "
            + "(select from refresh_token t where t.session_id = s.id and t.used_at is null and t.expires_at > $1)";

    private final Pool pool;
    private final AccessConfig.Login config;

    SessionStore(Pool pool, AccessConfig config) {
        this.pool = pool;
        this.config = config.login();
    }

    /** A new session's refresh token; empty if the operator went or got another password in the meantime. */
    Uni<Optional<String>> open(Operator operator, Instant now) {
        UUID id = UUID.randomUUID();
        OffsetDateTime ends = utc(now.plus(config.session()));
        Tuple session = Tuple.of(id, operator.username(), operator.passwordVersion(), utc(now), ends);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(OPEN)
                .execute(session)
                .chain(opened -> opened.rowCount() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : add(transaction, id, now, ends).map(Optional::of)));
    }

    private Uni<String> add(SqlClient transaction, UUID session, Instant now, OffsetDateTime ends) {
        String token = "rt_" + RandomText.secret();
        OffsetDateTime expires = utc(now.plus(config.refreshToken()));
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(Sha256.hex(token), session, utc(now), expires, ends))
                .replaceWith(token);
    }

    Uni<Refresh> refresh(String token, Instant now) {
        String hash = Sha256.hex(token);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(hash))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new Refresh.Refused())
                        : refresh(transaction, hash, rows.iterator().next(), now)));
    }

    private Uni<Refresh> refresh(SqlConnection transaction, String hash, Row row, Instant now) {
        UUID session = row.getUUID("id");
        if (row.getOffsetDateTime("used_at") != null) {
            return end(transaction, session).replaceWith(new Refresh.Reused(session));
        }
        if (!row.getOffsetDateTime("expires_at").toInstant().isAfter(now)) {
            return Uni.createFrom().item(new Refresh.Refused());
        }
        return transaction
                .preparedQuery("update refresh_token set used_at = $2 where hash = $1")
                .execute(Tuple.of(hash, utc(now)))
                .chain(() -> add(transaction, session, now, row.getOffsetDateTime("ends_at")))
                .map(next -> new Refresh.Rotated(row.getString("username"), row.getInteger("password_version"), next));
    }

    private static Uni<RowSet<Row>> end(SqlClient client, UUID session) {
        return client.preparedQuery("delete from operator_session where id = $1")
                .execute(Tuple.of(session));
    }

    Uni<Void> logout(String token) {
        return pool.preparedQuery(LOGOUT).execute(Tuple.of(Sha256.hex(token))).replaceWithVoid();
    }

    /** Forgets sessions that no token can go on with. */
    Uni<Integer> sweep(SqlClient client, Instant now) {
        return client.preparedQuery(SWEEP).execute(Tuple.of(utc(now))).map(RowSet::rowCount);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
