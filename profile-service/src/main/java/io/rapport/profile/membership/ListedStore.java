package io.rapport.profile.membership;

import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Rows of {@code segment_listed}: the lists of static segments. A profile is on a list by its own row or by one of a profile
 * that was merged into it.
 */
@ApplicationScoped
public class ListedStore {
    private static final String ADD = "insert into segment_listed (segment_no, profile_id, added_at) "
            + "select $2, p, $3 from unnest($1::uuid[]) p order by p on conflict do nothing";
    private static final String REMOVE = "delete from segment_listed l using profile p where l.profile_id = p.id "
            + "and (p.id = any($1) or p.merged_into = any($1)) and l.segment_no = $2";
    private static final String LISTS = "select coalesce(p.merged_into, p.id), s.id from profile p "
            + "join segment_listed l on l.profile_id = p.id join segment s on s.no = l.segment_no "
            + "where (p.id = any($1) and p.merged_into is null) or p.merged_into = any($1)";
    private static final String ENTRIES = "select l.profile_id, l.added_at from profile p "
            + "join segment_listed l on l.profile_id = p.id where (p.id = any($1) or p.merged_into = any($1)) "
            + "and l.segment_no = $2 order by l.added_at, l.profile_id";
    private static final String FORGET = "delete from segment_listed where profile_id = any($1)";

    /** Somebody on a list, by the id that they had when they were put on it. */
    public record Entry(UUID profileId, Instant addedAt) {}

    /** Puts them on the list; who is on it stays. */
    public Uni<Void> add(SqlClient transaction, int segment, Collection<UUID> profiles, Instant now) {
        return transaction
                .preparedQuery(ADD)
                .execute(Columns.ids(profiles).addInteger(segment).addOffsetDateTime(Columns.utc(now)))
                .replaceWithVoid();
    }

    /** Takes them off it, whatever they were called when they were put on it. */
    public Uni<Void> remove(SqlClient transaction, int segment, Collection<UUID> profiles) {
        return transaction
                .preparedQuery(REMOVE)
                .execute(Columns.ids(profiles).addInteger(segment))
                .replaceWithVoid();
    }

    /** The ids of the static segments that each of the profiles is on the list of. */
    public Uni<Map<UUID, Set<String>>> lists(SqlClient client, Collection<UUID> profiles) {
        return client.preparedQuery(LISTS).execute(Columns.ids(profiles)).map(rows -> {
            Map<UUID, Set<String>> lists = new HashMap<>();
            rows.forEach(row ->
                    lists.computeIfAbsent(row.getUUID(0), id -> new HashSet<>()).add(row.getString(1)));
            return lists;
        });
    }

    /** Why a profile is on a list: by which ids, and since when. */
    public Uni<List<Entry>> entries(SqlClient client, int segment, UUID profile) {
        Tuple values = Columns.ids(List.of(profile)).addInteger(segment);
        return client.preparedQuery(ENTRIES).execute(values).map(rows -> {
            List<Entry> entries = new ArrayList<>();
            rows.forEach(row -> entries.add(
                    new Entry(row.getUUID(0), row.getOffsetDateTime(1).toInstant())));
            return entries;
        });
    }

    /** Of profiles that are no more. */
    Uni<Void> forget(SqlClient transaction, Collection<UUID> profiles) {
        return transaction.preparedQuery(FORGET).execute(Columns.ids(profiles)).replaceWithVoid();
    }
}
