package io.rapport.profile.signingkey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The signing keys in PostgreSQL. */
@ApplicationScoped
class SigningKeyStore {
    private static final String SAVE = "insert into signing_key "
            + "(kid, public_jwk, sealed_jwk, created_at, signs_from, not_after) values ($1, $2, $3, $4, $5, $6) "
            + "on conflict (kid) do update set not_after = excluded.not_after";

    Uni<KeyRing> ring(SqlClient client) {
        return client.query("select * from signing_key order by signs_from, kid")
                .execute()
                .map(SigningKeyStore::ring);
    }

    private static KeyRing ring(RowSet<Row> rows) {
        List<SigningKey> keys = new ArrayList<>();
        for (Row row : rows) {
            keys.add(new SigningKey(
                    row.getString("kid"),
                    row.getString("public_jwk"),
                    row.getString("sealed_jwk"),
                    instant(row, "created_at"),
                    instant(row, "signs_from"),
                    instant(row, "not_after")));
        }
        return new KeyRing(List.copyOf(keys));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    Uni<Void> save(SqlClient transaction, List<SigningKey> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(SAVE)
                        .executeBatch(keys.stream().map(SigningKeyStore::values).toList())
                        .replaceWithVoid();
    }

    private static Tuple values(SigningKey key) {
        return Tuple.of(
                key.kid(),
                key.publicJwk(),
                key.sealedJwk(),
                utc(key.createdAt()),
                utc(key.signsFrom()),
                utc(key.notAfter()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    Uni<Void> delete(SqlClient transaction, List<SigningKey> keys) {
        String[] kids = keys.stream().map(SigningKey::kid).toArray(String[]::new);
        return transaction
                .preparedQuery("delete from signing_key where kid = any($1)")
                .execute(Tuple.of(kids))
                .replaceWithVoid();
    }
}
