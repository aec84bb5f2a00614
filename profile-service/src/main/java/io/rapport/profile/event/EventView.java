package io.rapport.profile.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An event of a profile as operators see it. */
public record EventView(
        UUID id,
        String type,
        String name,
        Instant timestamp,
        Instant receivedAt,
        String sourceId,
        String messageId,
        long sequence,
        String origin,
        JsonNode properties,
        JsonNode context) {

    static EventView of(Row row) {
        return new EventView(
                row.getUUID("id"),
                row.getString("type"),
                row.getString("name"),
                row.getOffsetDateTime("timestamp").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("source_id"),
                row.getString("message_id"),
                row.getLong("sequence"),
                row.getString("origin"),
                json(row.getString("properties")),
                json(row.getString("context")));
    }

    private static JsonNode json(String text) {
        return EventsJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The same with its contents changed, for readers who may not see all of it. */
    public EventView with(UnaryOperator<JsonNode> ofProperties, UnaryOperator<JsonNode> ofContext) {
        return new EventView(
                id,
                type,
                name,
                timestamp,
                receivedAt,
                sourceId,
                messageId,
                sequence,
                origin,
                ofProperties.apply(properties),
                ofContext.apply(context));
    }
}
