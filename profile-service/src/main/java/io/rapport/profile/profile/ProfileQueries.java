package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.computed.behaviour.Behaviour;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.profile.ProfileView.CategoryView;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads profiles with all that they add up to, a page of them in three statements. */
@ApplicationScoped
class ProfileQueries {
    static final int FAVOURITES = 10;
    private static final String COLUMNS = "select p.id, p.first_seen_at, p.last_seen_at, p.traits::text as traits, "
            + "p.provenance::text as provenance, coalesce(f.order_count, 0) as order_count, "
            + "coalesce(f.standing_count, 0) as standing_count, coalesce(f.revenue, 0)::text as revenue, "
            + "coalesce(f.other_revenue, '{}')::text as other_revenue, f.first_order_at, f.last_order_at, "
            + "b.state as behaviour, coalesce(v.traits, '{}')::text as value from profile p "
            + "left join order_facts f on f.profile_id = p.id left join behaviour b on b.profile_id = p.id "
            + "left join customer_value v on v.profile_id = p.id ";
    private static final String ONE = COLUMNS + "where p.id = any($1)";
    private static final String PAGE = COLUMNS + "where p.merged_into is null and p.erased_at is null and p.id < $1 "
            + "and ($2::boolean is null or $2 = exists (select from identifier i "
            + "where i.profile_id = p.id and i.type = 'userId')) "
            + "and ($3::timestamptz is null or p.last_seen_at >= $3) "
            + "and ($4::timestamptz is null or p.last_seen_at < $4) "
            + "and ($5::text[] is null or p.traits @> any($5::text[]::jsonb[])) order by p.id desc limit $6";
    private static final String FAVOURITE = "select profile_id, category, n from (select profile_id, category, "
            + "sum(n)::int as n, row_number() over (partition by profile_id order by sum(n) desc, category) as place "
            + "from (select profile_id, category, interest as n from profile_category where profile_id = any($1) "
            + "union all select o.profile_id, c.key, c.value::int from customer_order o, "
            + "jsonb_each_text(o.categories) c where o.profile_id = any($1)) counted "
            + "group by profile_id, category) placed where place <= $2 order by profile_id, place";

    private final IdentityStore identities;

    ProfileQueries(IdentityStore identities) {
        this.identities = identities;
    }

    /** A profile's row with its sums. */
    record Found(
            UUID id,
            Instant firstSeenAt,
            Instant lastSeenAt,
            JsonNode traits,
            JsonNode provenance,
            int orderCount,
            int standingCount,
            BigDecimal revenue,
            JsonNode otherRevenue,
            @Nullable Instant firstOrderAt,
            @Nullable Instant lastOrderAt,
            Behaviour behaviour,
            JsonNode value,
            List<Tie> ties,
            List<CategoryView> favourites) {

        Found with(List<Tie> itsTies, List<CategoryView> itsFavourites) {
            return new Found(
                    id,
                    firstSeenAt,
                    lastSeenAt,
                    traits,
                    provenance,
                    orderCount,
                    standingCount,
                    revenue,
                    otherRevenue,
                    firstOrderAt,
                    lastOrderAt,
                    behaviour,
                    value,
                    itsTies,
                    itsFavourites);
        }
    }

    Uni<List<Found>> find(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery(ONE).execute(Columns.ids(ids)).chain(rows -> complete(client, rows));
    }

    /** Those that were met last come first; one row more than asked for where there are more. */
    Uni<List<Found>> page(SqlClient client, UUID before, ProfileFilter filter, int limit) {
        Tuple values = Tuple.tuple()
                .addUUID(before)
                .addBoolean(filter.user())
                .addOffsetDateTime(Columns.utc(filter.seenFrom()))
                .addOffsetDateTime(Columns.utc(filter.seenTo()))
                .addArrayOfString(filter.traitTexts())
                .addInteger(limit + 1);
        return client.preparedQuery(PAGE).execute(values).chain(rows -> complete(client, rows));
    }

    private Uni<List<Found>> complete(SqlClient client, RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        rows.forEach(row -> found.add(found(row)));
        List<UUID> ids = found.stream().map(Found::id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(found)
                : Uni.combine()
                        .all()
                        .unis(identities.ties(client, ids), favourites(client, ids))
                        .with((ties, favourites) -> complete(found, ties, favourites));
    }

    private static List<Found> complete(List<Found> found, List<Tie> ties, Map<UUID, List<CategoryView>> favourites) {
        Map<UUID, List<Tie>> byProfile = new HashMap<>();
        ties.forEach(tie -> byProfile
                .computeIfAbsent(tie.profile(), id -> new ArrayList<>())
                .add(tie));
        return found.stream()
                .map(each -> each.with(
                        byProfile.getOrDefault(each.id(), List.of()), favourites.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Uni<Map<UUID, List<CategoryView>>> favourites(SqlClient client, List<UUID> ids) {
        return client.preparedQuery(FAVOURITE)
                .execute(Columns.ids(ids).addInteger(FAVOURITES))
                .map(rows -> {
                    Map<UUID, List<CategoryView>> favourites = new HashMap<>();
                    rows.forEach(row -> favourites
                            .computeIfAbsent(row.getUUID(0), id -> new ArrayList<>())
                            .add(new CategoryView(row.getString(1), row.getInteger(2))));
                    return favourites;
                });
    }

    private static Found found(Row row) {
        return new Found(
                row.getUUID("id"),
                instant(row.getOffsetDateTime("first_seen_at")),
                instant(row.getOffsetDateTime("last_seen_at")),
                json(row.getString("traits")),
                json(row.getString("provenance")),
                row.getInteger("order_count"),
                row.getInteger("standing_count"),
                new BigDecimal(row.getString("revenue")),
                json(row.getString("other_revenue")),
                instant(row.getOffsetDateTime("first_order_at")),
                instant(row.getOffsetDateTime("last_order_at")),
                behaviour(row.getBuffer("behaviour")),
                json(row.getString("value")),
                List.of(),
                List.of());
    }

    private static Behaviour behaviour(@Nullable Buffer state) {
        return state != null && Behaviour.isReadable(state.getBytes())
                ? Behaviour.read(state.getBytes())
                : new Behaviour();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static JsonNode json(String text) {
        return EventsJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
