package io.rapport.recommendation.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tables of redirects and tombstones. Redirects never chain: each names the last survivor. */
@ApplicationScoped
class PrivacyStore {
    private static final String SURVIVORS = "select asked.id, coalesce(r.survivor_id, asked.id) as survivor "
            + "from unnest($1::uuid[]) as asked (id) left join profile_redirect r on r.loser_id = asked.id "
            + "where not exists (select 1 from erased_profile e "
            + "where e.profile_id in (asked.id, coalesce(r.survivor_id, asked.id)))";
    private static final String SURVIVOR = "select survivor_id from profile_redirect where loser_id = $1";
    private static final String LOSERS = "select loser_id from profile_redirect where survivor_id = $1";
    private static final String REDIRECT = "insert into profile_redirect (loser_id, survivor_id) values ($1, $2) "
            + "on conflict (loser_id) do update set survivor_id = excluded.survivor_id";
    private static final String REDIRECT_FURTHER =
            "update profile_redirect set survivor_id = $2 where survivor_id = $1";
    private static final String BURY = "insert into erased_profile (profile_id, erased_at) "
            + "select unnest($1::uuid[]), $2 on conflict do nothing";
    private static final String DROP_REDIRECTS = "delete from profile_redirect where loser_id = any($1::uuid[])";

    /** The surviving profile of each id; an erased one is missing. */
    Uni<Map<UUID, UUID>> survivors(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery(SURVIVORS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, UUID> survivors = new HashMap<>();
                    rows.forEach(row -> survivors.put(row.getUUID("id"), row.getUUID("survivor")));
                    return survivors;
                });
    }

    /** The surviving profile, erased or not. */
    Uni<UUID> survivor(SqlClient client, UUID id) {
        return client.preparedQuery(SURVIVOR)
                .execute(Tuple.of(id))
                .map(rows -> ids(rows).stream().findFirst().orElse(id));
    }

    /** The profiles that were merged into this one. */
    Uni<List<UUID>> losers(SqlClient client, UUID survivor) {
        return client.preparedQuery(LOSERS).execute(Tuple.of(survivor)).map(PrivacyStore::ids);
    }

    Uni<Void> redirect(SqlClient transaction, UUID loser, UUID survivor) {
        return transaction
                .preparedQuery(REDIRECT_FURTHER)
                .execute(Tuple.of(loser, survivor))
                .chain(() -> transaction.preparedQuery(REDIRECT).execute(Tuple.of(loser, survivor)))
                .replaceWithVoid();
    }

    /** These ids will never be known again. */
    Uni<Void> bury(SqlClient transaction, Collection<UUID> ids, OffsetDateTime at) {
        UUID[] buried = ids.toArray(UUID[]::new);
        return transaction
                .preparedQuery(BURY)
                .execute(Tuple.of(buried, at))
                .chain(() -> transaction.preparedQuery(DROP_REDIRECTS).execute(Tuple.of(buried)))
                .replaceWithVoid();
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>(rows.size());
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }
}
