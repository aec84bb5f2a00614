package io.rapport.platform.privacy;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Remembers merged and erased profiles, so that a late event of theirs is led to the survivor, or dropped. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class FateStore {
    /** A survivor's own fate is read with the loser's; redirects are kept flat, so one step is enough. */
    private static final String READ = "select profile_id, survivor_id, erased, sequence from profile_fate "
            + "where profile_id = any($1::uuid[]) or profile_id in "
            + "(select survivor_id from profile_fate where profile_id = any($1::uuid[]))";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(profile::text, 0)) "
            + "from (select distinct profile from unnest($1::uuid[]) as profile order by profile) as ordered";
    private static final String FLATTEN = "update profile_fate set survivor_id = $2 where survivor_id = $1";
    private static final String MERGE =
            "insert into profile_fate (profile_id, survivor_id, sequence) values ($1, $2, $3) "
                    + "on conflict (profile_id) do update set survivor_id = excluded.survivor_id, "
                    + "sequence = greatest(profile_fate.sequence, excluded.sequence)";
    private static final String UNMERGE = "insert into profile_fate (profile_id, survivor_id, sequence) "
            + "select p, nullif($2::uuid, p), $3 from unnest($1::uuid[]) p order by p "
            + "on conflict (profile_id) do update set survivor_id = excluded.survivor_id, "
            + "sequence = greatest(profile_fate.sequence, excluded.sequence)";
    private static final String ERASE = "insert into profile_fate (profile_id, erased) values ($1, true) "
            + "on conflict (profile_id) do update set erased = true";

    /** Makes transactions that touch these persons from different partitions wait for one another. */
    public Uni<Void> lock(SqlClient transaction, Collection<UUID> profiles) {
        return profiles.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(profiles.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    public Uni<Fates> read(SqlClient transaction, Collection<UUID> profiles) {
        return transaction
                .preparedQuery(READ)
                .execute(Tuple.of(profiles.toArray(UUID[]::new)))
                .map(FateStore::fates);
    }

    private static Fates fates(RowSet<Row> rows) {
        Fates fates = new Fates();
        for (Row row : rows) {
            UUID profile = row.getUUID("profile_id");
            UUID survivor = row.getUUID("survivor_id");
            if (survivor != null) {
                fates.merged(profile, survivor);
            }
            fates.happened(profile, row.getLong("sequence"));
            if (row.getBoolean("erased")) {
                fates.erased(profile);
            }
        }
        return fates;
    }

    public Uni<Void> merged(SqlClient transaction, Fates fates, UUID survivor, UUID loser, long sequence) {
        fates.merged(loser, survivor);
        fates.happened(loser, sequence);
        return transaction
                .preparedQuery(FLATTEN)
                .execute(Tuple.of(loser, survivor))
                .chain(() -> transaction.preparedQuery(MERGE).execute(Tuple.of(loser, survivor, sequence)))
                .replaceWithVoid();
    }

    /** The separated profile stands for itself again, and the former ids lead to it. */
    public Uni<Void> unmerged(
            SqlClient transaction, Fates fates, UUID separated, Collection<UUID> formerIds, long sequence) {
        Set<UUID> all = new HashSet<>(formerIds);
        all.add(separated);
        fates.unmerged(separated, formerIds);
        all.forEach(profile -> fates.happened(profile, sequence));
        return transaction
                .preparedQuery(UNMERGE)
                .execute(Tuple.of(all.toArray(UUID[]::new), separated, sequence))
                .replaceWithVoid();
    }

    public Uni<Void> erased(SqlClient transaction, Fates fates, UUID profile) {
        fates.erased(profile);
        return transaction.preparedQuery(ERASE).execute(Tuple.of(profile)).replaceWithVoid();
    }
}
