package io.rapport.recommendation.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.events.EventsJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** The placements' table. */
@ApplicationScoped
class PlacementStore {
    private static final String READ = "select id, document::text as document from placement order by id";
    private static final String WRITE =
            "insert into placement (id, document, changed_at) values ($1, $2::text::json, $3) "
                    + "on conflict (id) do update set document = excluded.document, changed_at = excluded.changed_at";

    /** Lets one write happen at a time, for a circle may take two. Readers do not wait. */
    Uni<Void> lock(SqlConnection transaction) {
        return transaction
                .query("lock table placement in share row exclusive mode")
                .execute()
                .replaceWithVoid();
    }

    /** All of them, by id. */
    Uni<Map<String, Placement>> all(SqlClient client) {
        return client.query(READ).execute().map(rows -> {
            Map<String, Placement> placements = new LinkedHashMap<>();
            rows.forEach(row -> placements.put(row.getString("id"), read(row.getString("document"))));
            return placements;
        });
    }

    Uni<Void> write(SqlClient client, Placement placement, OffsetDateTime at) {
        String document = new String(EventsJson.write(placement), StandardCharsets.UTF_8);
        return client.preparedQuery(WRITE)
                .execute(Tuple.of(placement.id(), document, at))
                .replaceWithVoid();
    }

    Uni<Void> remove(SqlClient client, String id) {
        return client.preparedQuery("delete from placement where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private static Placement read(String document) {
        try {
            return EventsJson.mapper().readValue(document, Placement.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
