package io.rapport.profile.profile;

import io.rapport.profile.sql.Columns;
import io.rapport.profile.trait.Traits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code profile} and of {@code profile_category}, in sets. */
@ApplicationScoped
public class ProfileStore {
    private static final String LOCK = "select id, sequence, first_seen_at, last_seen_at, traits::text as traits, "
            + "provenance::text as provenance from profile "
            + "where id = any($1) and merged_into is null and erased_at is null order by id for update";
    private static final String LOCK_FREE = "select id from profile where id = any($1) and merged_into is null "
            + "and erased_at is null order by id for update skip locked";
    private static final String INSERT = "insert into profile (id, sequence, merged_into, created_at, first_seen_at, "
            + "last_seen_at, traits, provenance) "
            + "select i, s, m, $8, f, l, t::jsonb, p::jsonb from unnest($1::uuid[], $2::bigint[], $3::uuid[], "
            + "$4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[]) as u (i, s, m, f, l, t, p)";
    private static final String UPDATE = "update profile set sequence = u.s, merged_into = u.m, first_seen_at = u.f, "
            + "last_seen_at = u.l, traits = coalesce(u.t::jsonb, traits), "
            + "provenance = coalesce(u.p::jsonb, provenance) from unnest($1::uuid[], $2::bigint[], $3::uuid[], "
            + "$4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[]) as u (i, s, m, f, l, t, p) "
            + "where id = u.i";
    private static final String COMPRESS = "update profile p set merged_into = m.survivor "
            + "from unnest($1::uuid[], $2::uuid[]) m (loser, survivor) where p.merged_into = m.loser";
    private static final String STEPS = "insert into profile_merge (loser_id, survivor_id) "
            + "select l, s from unnest($1::uuid[], $2::uuid[]) as u (l, s) order by l "
            + "on conflict (loser_id) do update set survivor_id = excluded.survivor_id";
    private static final String EMPTY = "update profile set erased_at = $2, created_at = $2, first_seen_at = $2, "
            + "last_seen_at = $2, traits = '{}', provenance = '{}' where id = any($1)";
    private static final String INTEREST = "insert into profile_category (profile_id, category, interest) "
            + "select p, c, n from unnest($1::uuid[], $2::text[], $3::int[]) as u (p, c, n) order by p, c "
            + "on conflict (profile_id, category) do update "
            + "set interest = profile_category.interest + excluded.interest";
    private static final String MOVE_INTEREST = "with moved as (delete from profile_category c "
            + "using unnest($1::uuid[], $2::uuid[]) m (loser, survivor) where c.profile_id = m.loser "
            + "returning m.survivor, c.category, c.interest) "
            + "insert into profile_category (profile_id, category, interest) "
            + "select survivor, category, sum(interest) from moved group by survivor, category order by 1, 2 "
            + "on conflict (profile_id, category) do update "
            + "set interest = profile_category.interest + excluded.interest";

    /** Locks those of the profiles that stand for themselves, in the order of their ids, and reads them. */
    public Uni<List<Profile>> lock(SqlClient transaction, Collection<UUID> ids) {
        return transaction.preparedQuery(LOCK).execute(Columns.ids(ids)).map(rows -> {
            List<Profile> profiles = new ArrayList<>(rows.size());
            for (Row row : rows) {
                profiles.add(profile(row));
            }
            return profiles;
        });
    }

    /** Locks those of the profiles that nobody else holds. */
    public Uni<Set<UUID>> lockFree(SqlClient transaction, Collection<UUID> ids) {
        return transaction.preparedQuery(LOCK_FREE).execute(Columns.ids(ids)).map(rows -> {
            Set<UUID> locked = new HashSet<>();
            rows.forEach(row -> locked.add(row.getUUID(0)));
            return locked;
        });
    }

    private static Profile profile(Row row) {
        return Profile.stored(
                row.getUUID(0),
                row.getLong(1),
                row.getOffsetDateTime(2).toInstant(),
                row.getOffsetDateTime(3).toInstant(),
                Traits.stored(row.getString(4), row.getString(5)));
    }

    /** Writes the profiles that are new or changed. */
    public Uni<Void> write(SqlClient transaction, Collection<Profile> profiles, Instant now) {
        List<Profile> fresh = profiles.stream().filter(Profile::isNew).toList();
        List<Profile> changed = profiles.stream()
                .filter(profile -> !profile.isNew() && profile.changed())
                .toList();
        return Uni.combine()
                .all()
                .unis(
                        execute(transaction, INSERT, fresh, columns(fresh).addOffsetDateTime(Columns.utc(now))),
                        execute(transaction, UPDATE, changed, columns(changed)))
                .discardItems();
    }

    private static Uni<Void> execute(SqlClient transaction, String sql, Collection<?> rows, Tuple values) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static Tuple columns(List<Profile> profiles) {
        return Columns.of(profiles)
                .uuid(Profile::id)
                .bigint(Profile::sequence)
                .uuid(Profile::mergedInto)
                .time(Profile::firstSeenAt)
                .time(Profile::lastSeenAt)
                .text(profile -> json(profile, profile.traits().valuesJson()))
                .text(profile -> json(profile, profile.traits().stampsJson()))
                .tuple();
    }

    /** Null leaves the column as it is. */
    private static @Nullable String json(Profile profile, String json) {
        return profile.isNew() || profile.traits().changed() ? json : null;
    }

    /** Whoever was merged into a profile that is merged now belongs to its survivor. */
    public Uni<Void> compress(SqlClient transaction, Map<UUID, UUID> survivors) {
        return execute(transaction, COMPRESS, survivors.keySet(), pairs(survivors));
    }

    /** Keeps which profile went up in which, so that one of them can come back with what was its own. */
    Uni<Void> addSteps(SqlClient transaction, Map<UUID, UUID> steps) {
        return execute(transaction, STEPS, steps.keySet(), pairs(steps));
    }

    /** Adds to the counts of categories. */
    public Uni<Void> addInterest(SqlClient transaction, List<Interest> interests) {
        Tuple values = Columns.of(interests)
                .uuid(Interest::profile)
                .text(Interest::category)
                .integer(Interest::count)
                .tuple();
        return execute(transaction, INTEREST, interests, values);
    }

    public Uni<Void> moveInterest(SqlClient transaction, Map<UUID, UUID> survivors) {
        return execute(transaction, MOVE_INTEREST, survivors.keySet(), pairs(survivors));
    }

    private static Tuple pairs(Map<UUID, UUID> survivors) {
        return Columns.of(survivors.entrySet())
                .uuid(Map.Entry::getKey)
                .uuid(Map.Entry::getValue)
                .tuple();
    }

    /** Empties the rows; their ids stay, so that nothing that still names them brings the person back. */
    Uni<Void> erase(SqlClient transaction, Collection<UUID> ids, Instant now) {
        Tuple values = Columns.ids(ids).addOffsetDateTime(Columns.utc(now));
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(EMPTY).execute(values),
                        transaction
                                .preparedQuery("delete from profile_category where profile_id = any($1)")
                                .execute(Columns.ids(ids)))
                .discardItems();
    }
}
