package io.rapport.profile.consent;

import io.rapport.events.Purpose;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What holds ({@code consent}) and how it came to hold ({@code consent_decision}, which only grows). */
@ApplicationScoped
class ConsentStore {
    private static final String STATES =
            "select profile_id, purpose, granted, changed_at from consent where profile_id = any($1::uuid[])";
    private static final String WRITE = "insert into consent (profile_id, purpose, granted, changed_at) "
            + "select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[]) "
            + "on conflict (profile_id, purpose) do update "
            + "set granted = excluded.granted, changed_at = excluded.changed_at";
    private static final String APPEND = "insert into consent_decision "
            + "(profile_id, purpose, granted, decided_at, source, origin, recorded_at) "
            + "select *, $7::timestamptz from unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[], "
            + "$5::text[], $6::text[]) on conflict do nothing";
    private static final String MOVE = "insert into consent_decision "
            + "(profile_id, purpose, granted, decided_at, source, origin, recorded_at) "
            + "select $2, purpose, granted, decided_at, source, origin, recorded_at from consent_decision "
            + "where profile_id = $1 on conflict do nothing";

    Uni<Map<ConsentState.Key, ConsentState>> states(SqlClient transaction, Collection<UUID> profiles) {
        return transaction
                .preparedQuery(STATES)
                .execute(Tuple.of(profiles.stream().distinct().toArray(UUID[]::new)))
                .map(ConsentStore::states);
    }

    private static Map<ConsentState.Key, ConsentState> states(RowSet<Row> rows) {
        Map<ConsentState.Key, ConsentState> states = new HashMap<>();
        for (Row row : rows) {
            Purpose purpose = Purpose.valueOf(row.getString("purpose"));
            Instant changedAt = row.getOffsetDateTime("changed_at").toInstant();
            states.put(
                    new ConsentState.Key(row.getUUID("profile_id"), purpose),
                    new ConsentState(row.getBoolean("granted"), changedAt));
        }
        return states;
    }

    Uni<Void> write(SqlClient transaction, Map<ConsentState.Key, ConsentState> states) {
        if (states.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<ConsentState.Key, ConsentState>> rows = new ArrayList<>(states.entrySet());
        Tuple values = Tuple.of(
                rows.stream().map(row -> row.getKey().profileId()).toArray(UUID[]::new),
                rows.stream().map(row -> row.getKey().purpose().name()).toArray(String[]::new),
                rows.stream().map(row -> row.getValue().granted()).toArray(Boolean[]::new),
                rows.stream().map(row -> utc(row.getValue().changedAt())).toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(WRITE).execute(values).replaceWithVoid();
    }

    Uni<Void> append(SqlClient transaction, List<ConsentStatement> said, Instant recordedAt) {
        if (said.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(said.stream().map(ConsentStatement::profileId).toArray(UUID[]::new))
                .addArrayOfString(texts(said, statement -> statement.purpose().name()))
                .addArrayOfBoolean(said.stream().map(ConsentStatement::granted).toArray(Boolean[]::new))
                .addArrayOfOffsetDateTime(
                        said.stream().map(statement -> utc(statement.at())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(said, ConsentStatement::source))
                .addArrayOfString(texts(said, statement -> statement.origin().name()))
                .addOffsetDateTime(utc(recordedAt));
        return transaction.preparedQuery(APPEND).execute(values).replaceWithVoid();
    }

    private static String[] texts(List<ConsentStatement> said, Function<ConsentStatement, String> field) {
        return said.stream().map(field).toArray(String[]::new);
    }

    /** What a profile's history holds goes over to another's, save what that has already. */
    Uni<Void> move(SqlClient transaction, UUID from, UUID to) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(from, to))
                .chain(() -> delete(transaction, new UUID[] {from}));
    }

    Uni<Void> delete(SqlClient transaction, UUID[] profiles) {
        return transaction
                .preparedQuery("delete from consent where profile_id = any($1)")
                .execute(Tuple.of(profiles))
                .chain(() -> transaction
                        .preparedQuery("delete from consent_decision where profile_id = any($1)")
                        .execute(Tuple.of(profiles)))
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
