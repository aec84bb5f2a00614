package io.rapport.profile.computed.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.profile.computed.behaviour.Behaviour;
import io.rapport.profile.computed.behaviour.Call;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Makes behaviours anew from the event store, some rows at a time and the oldest first, which is what makes them exact. */
@ApplicationScoped
class CallHistory {
    private static final int ROWS = 1_000;
    private static final String READ =
            "select profile_id, type, name, timestamp, properties::text, context::text, received_at "
                    + "from event where profile_id = any($1) order by least(timestamp, received_at)";

    Uni<Map<UUID, Behaviour>> recall(SqlConnection transaction, Collection<UUID> profiles) {
        Map<UUID, Behaviour> behaviours = new HashMap<>();
        profiles.forEach(profile -> behaviours.put(profile, new Behaviour()));
        return profiles.isEmpty()
                ? Uni.createFrom().item(behaviours)
                : transaction
                        .prepare(READ)
                        .chain(statement -> {
                            Cursor cursor = statement.cursor(Columns.ids(profiles));
                            return rest(cursor, behaviours).chain(cursor::close).chain(statement::close);
                        })
                        .replaceWith(behaviours);
    }

    private Uni<Void> rest(Cursor cursor, Map<UUID, Behaviour> behaviours) {
        return cursor.read(ROWS)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rows -> absorb(rows, behaviours))
                .chain(rows -> cursor.hasMore()
                        ? rest(cursor, behaviours)
                        : Uni.createFrom().voidItem());
    }

    private void absorb(RowSet<Row> rows, Map<UUID, Behaviour> behaviours) {
        for (Row row : rows) {
            behaviours.get(row.getUUID(0)).absorb(call(row));
        }
    }

    private static Call call(Row row) {
        return new Call(
                EventType.of(row.getString(1)),
                new SeenEvent(
                        row.getString(2),
                        row.getOffsetDateTime(3).toInstant(),
                        json(row.getString(4)),
                        json(row.getString(5))),
                row.getOffsetDateTime(6).toInstant());
    }

    private static JsonNode json(String text) {
        return EventsJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
