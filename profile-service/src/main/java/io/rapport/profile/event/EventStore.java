package io.rapport.profile.event;

import io.rapport.profile.paging.Position;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of {@code event}, written in batches and read a page at a time. */
@ApplicationScoped
public class EventStore {
    private static final String INSERT =
            "insert into event (id, profile_id, sequence, type, name, timestamp, received_at, "
                    + "source_id, message_id, user_id, anonymous_id, origin, properties, context, trust) "
                    + "select a, b, c, d, e, f, g, h, i, j, k, l, m::jsonb, n::jsonb, o from unnest($1::uuid[], $2::uuid[], "
                    + "$3::bigint[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[], "
                    + "$10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::int[]) "
                    + "as u (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o)";
    private static final String MOVE = "update event e set profile_id = m.survivor "
            + "from unnest($1::uuid[], $2::uuid[]) m (loser, survivor) "
            + "where e.profile_id = m.loser and e.timestamp between $3 and $4";
    private static final String PAGE =
            "select id, type, name, timestamp, received_at, source_id, message_id, sequence, "
                    + "origin, properties::text as properties, context::text as context from event "
                    + "where profile_id = $1 and (timestamp, id) < ($2, $3) and timestamp >= $4 and timestamp < $5 "
                    + "and ($6::text is null or name = $6) order by timestamp desc, id desc limit $7";

    public Uni<Void> insert(SqlClient transaction, List<StoredEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Columns.of(events)
                .uuid(StoredEvent::id)
                .uuid(StoredEvent::profileId)
                .bigint(StoredEvent::sequence)
                .text(event -> event.type().wire())
                .text(StoredEvent::name)
                .time(StoredEvent::timestamp)
                .time(StoredEvent::receivedAt)
                .text(StoredEvent::sourceId)
                .text(StoredEvent::messageId)
                .text(StoredEvent::userId)
                .text(StoredEvent::anonymousId)
                .text(event -> event.origin().wire())
                .text(StoredEvent::properties)
                .text(StoredEvent::context)
                .integer(StoredEvent::trust)
                .tuple();
        return transaction.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    /**
     * Gives the events of merged profiles to the survivors.
     *
     * @param from the earliest event of any of them
     * @param to the latest, so that only their months are looked at
     */
    public Uni<Void> move(SqlClient transaction, Map<UUID, UUID> survivors, Instant from, Instant to) {
        Tuple values = Columns.of(survivors.entrySet())
                .uuid(Map.Entry::getKey)
                .uuid(Map.Entry::getValue)
                .tuple()
                .addOffsetDateTime(Columns.utc(from))
                .addOffsetDateTime(Columns.utc(to));
        return transaction.preparedQuery(MOVE).execute(values).replaceWithVoid();
    }

    /** Newest first; one row more than asked for where there are more. */
    public Uni<List<EventView>> page(SqlClient client, UUID profile, Position before, EventFilter filter, int limit) {
        Tuple values = Tuple.tuple()
                .addUUID(profile)
                .addOffsetDateTime(before.utc())
                .addUUID(before.id())
                .addOffsetDateTime(Columns.utc(filter.from()))
                .addOffsetDateTime(Columns.utc(filter.to()))
                .addString(filter.name())
                .addInteger(limit + 1);
        return client.preparedQuery(PAGE).execute(values).map(rows -> {
            List<EventView> events = new ArrayList<>();
            for (Row row : rows) {
                events.add(EventView.of(row));
            }
            return events;
        });
    }

    public Uni<Void> erase(SqlClient transaction, Collection<UUID> profiles) {
        return transaction
                .preparedQuery("delete from event where profile_id = any($1)")
                .execute(Columns.ids(profiles))
                .replaceWithVoid();
    }
}
