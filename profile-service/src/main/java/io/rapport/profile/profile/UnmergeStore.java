package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.Parting;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.identity.Trust;
import io.rapport.profile.order.OrderEvents;
import io.rapport.profile.sql.Columns;
import io.rapport.profile.sql.LostRace;
import io.rapport.profile.trait.Message;
import io.rapport.profile.trait.Traits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What taking a profile apart reads and writes beyond what the other stores do. */
@ApplicationScoped
class UnmergeStore {
    private static final String FORMERS = "select p.id, p.sequence, p.first_seen_at, p.last_seen_at, "
            + "p.traits::text as traits, p.provenance::text as provenance, "
            + "(select survivor_id from profile_merge where loser_id = p.id) as survivor "
            + "from profile p where merged_into = $1 and erased_at is null order by id for update of p nowait";
    private static final String MOVE_EVENTS = "update event set profile_id = $2 where profile_id = $1 "
            + "and timestamp between $3 and $4 and (user_id = any($5) "
            + "or ((user_id is null or user_id <> all($6)) and anonymous_id = any($7)) "
            + "or ((user_id is null or user_id <> all($6)) and (anonymous_id is null or anonymous_id <> all($8)) "
            + "and context #>> '{device,id}' = any($9))) returning id, source_id, message_id";
    private static final String INTERESTS =
            "select name, jsonb_build_object('category', properties -> 'category')::text as properties, "
                    + "count(*)::int as n from event where profile_id = $1 and type = 'track' "
                    + "and name in ('Product Viewed', 'Product Added', 'Product Added to Wishlist') group by 1, 2";
    private static final String NO_INTEREST = "delete from profile_category where profile_id = $1 and interest <= 0";
    private static final String IDENTIFIED =
            "select profile_id, source_id, message_id, least(timestamp, received_at) as at, trust, "
                    + "coalesce(context #>> '{traits,address,country}', context #>> '{location,country}') as country, "
                    + "properties::text as properties from event where profile_id = any($1) and type = 'identify' limit $2";
    private static final int ALL = Integer.MAX_VALUE;
    private static final String SPANS =
            "select profile_id, min(timestamp) as first, max(timestamp) as last, count(*) as n "
                    + "from event where profile_id = any($1) group by profile_id";
    private static final String FOLLOW = "update profile set merged_into = $1 where id = any($2)";
    private static final String FORGET_STEP = "delete from profile_merge where loser_id = $1";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** An event that moved. */
    record Moved(UUID id, Message message) {}

    /** What an identify call of a profile said. */
    record Identified(
            UUID profile,
            Message message,
            Instant at,
            @Nullable Integer trust,
            @Nullable String country,
            String traits) {
        /** One of which that is unknown was checked when it came. */
        boolean isProved() {
            return trust == null || trust > Trust.PUBLIC.code();
        }
    }

    /** From when to when a profile has events, and how many. */
    record Span(Instant first, Instant last, long count) {}

    /** The profiles that went up in it, locked; the profile itself must be locked before. */
    Uni<Formers> lockFormers(SqlClient transaction, UUID profile) {
        Uni<RowSet<Row>> locked = transaction
                .preparedQuery(FORMERS)
                .execute(Tuple.of(profile))
                .onFailure(UnmergeStore::isHeld)
                .transform(held -> new LostRace("somebody else holds a former profile"));
        return locked.map(rows -> {
            Map<UUID, Profile> profiles = new HashMap<>();
            Map<UUID, UUID> steps = new HashMap<>();
            for (Row row : rows) {
                UUID id = row.getUUID("id");
                profiles.put(id, former(row));
                if (row.getUUID("survivor") != null) {
                    steps.put(id, row.getUUID("survivor"));
                }
            }
            return new Formers(profiles, steps);
        });
    }

    /** Whoever wanted to lock a former profile as one that stands for itself may hold it, and wait for the profile. */
    private static boolean isHeld(Throwable failure) {
        return failure instanceof PgException refused && LOCK_NOT_AVAILABLE.equals(refused.getSqlState());
    }

    private static Profile former(Row row) {
        return Profile.stored(
                row.getUUID("id"),
                row.getLong("sequence"),
                row.getOffsetDateTime("first_seen_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant(),
                Traits.stored(row.getString("traits"), row.getString("provenance")));
    }

    /** Gives the separated profile the events whose strongest identifier is its own. */
    Uni<List<Moved>> moveEvents(SqlClient transaction, Profile from, UUID to, Parting parting) {
        Tuple values = Tuple.tuple()
                .addUUID(from.id())
                .addUUID(to)
                .addOffsetDateTime(Columns.utc(from.firstSeenAt()))
                .addOffsetDateTime(Columns.utc(from.lastSeenAt()))
                .addArrayOfString(values(parting.separated(), IdentifierType.USER_ID))
                .addArrayOfString(values(parting.staying(), IdentifierType.USER_ID))
                .addArrayOfString(values(parting.separated(), IdentifierType.ANONYMOUS_ID))
                .addArrayOfString(values(parting.staying(), IdentifierType.ANONYMOUS_ID))
                .addArrayOfString(values(parting.separated(), IdentifierType.DEVICE_ID));
        return transaction.preparedQuery(MOVE_EVENTS).execute(values).map(rows -> {
            List<Moved> moved = new ArrayList<>();
            rows.forEach(row -> moved.add(new Moved(row.getUUID(0), new Message(row.getString(1), row.getString(2)))));
            return moved;
        });
    }

    private static String[] values(List<Tie> ties, IdentifierType type) {
        return ties.stream()
                .map(Tie::identifier)
                .filter(identifier -> identifier.type() == type)
                .map(Identifier::value)
                .toArray(String[]::new);
    }

    /** The interest in categories that the profile's events show. */
    Uni<List<Interest>> interests(SqlClient transaction, UUID profile) {
        return transaction.preparedQuery(INTERESTS).execute(Tuple.of(profile)).map(rows -> {
            Map<String, Integer> counts = new HashMap<>();
            rows.forEach(row -> OrderEvents.interest(
                            row.getString("name"),
                            EventsJson.read(
                                    row.getString("properties").getBytes(StandardCharsets.UTF_8), JsonNode.class))
                    .ifPresent(category -> counts.merge(category, row.getInteger("n"), Integer::sum)));
            return counts.entrySet().stream()
                    .map(each -> new Interest(profile, each.getKey(), each.getValue()))
                    .toList();
        });
    }

    Uni<Void> dropNoInterest(SqlClient transaction, UUID profile) {
        return transaction.preparedQuery(NO_INTEREST).execute(Tuple.of(profile)).replaceWithVoid();
    }

    Uni<List<Identified>> identified(SqlClient transaction, Collection<UUID> profiles) {
        return identified(transaction, profiles, ALL);
    }

    /** Some of them, where there are more than so many. */
    Uni<List<Identified>> identified(SqlClient transaction, Collection<UUID> profiles, int most) {
        return transaction
                .preparedQuery(IDENTIFIED)
                .execute(Columns.ids(profiles).addInteger(most))
                .map(rows -> {
                    List<Identified> all = new ArrayList<>();
                    rows.forEach(row -> all.add(new Identified(
                            row.getUUID("profile_id"),
                            new Message(row.getString("source_id"), row.getString("message_id")),
                            row.getOffsetDateTime("at").toInstant(),
                            row.getInteger("trust"),
                            row.getString("country"),
                            row.getString("properties"))));
                    return all;
                });
    }

    Uni<Map<UUID, Span>> spans(SqlClient transaction, Collection<UUID> profiles) {
        return transaction.preparedQuery(SPANS).execute(Columns.ids(profiles)).map(UnmergeStore::spans);
    }

    private static Map<UUID, Span> spans(RowSet<Row> rows) {
        Map<UUID, Span> spans = new HashMap<>();
        rows.forEach(row -> spans.put(
                row.getUUID("profile_id"),
                new Span(
                        row.getOffsetDateTime("first").toInstant(),
                        row.getOffsetDateTime("last").toInstant(),
                        row.getLong("n"))));
        return spans;
    }

    /** Leads old ids to the separated profile, which is nobody's any more. */
    Uni<Void> lead(SqlClient transaction, Collection<UUID> formerIds, UUID to) {
        return transaction
                .preparedQuery(FOLLOW)
                .execute(Tuple.of(to, formerIds.toArray(UUID[]::new)))
                .chain(() -> transaction.preparedQuery(FORGET_STEP).execute(Tuple.of(to)))
                .replaceWithVoid();
    }
}
