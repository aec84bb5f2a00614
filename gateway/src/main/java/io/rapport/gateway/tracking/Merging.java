package io.rapport.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What holds for all events of a request, merged into what one of them says for itself; the event's own word wins. */
final class Merging {
    private final byte[] body;
    private final ObjectNode common;
    private final byte[] whole;

    /** @param beside the object that stands beside the batch, if any; it wins over {@code least} */
    Merging(byte[] body, ObjectNode least, @Nullable Span beside) {
        this.body = body;
        this.common = least;
        if (beside != null && beside.kind() == Span.Kind.OBJECT) {
            merge(common, tree(beside));
        }
        this.whole = EventsJson.write(common);
    }

    boolean isEmpty() {
        return common.isEmpty();
    }

    /** What an event gets that says nothing itself. */
    byte[] whole() {
        return whole;
    }

    /** Both, merged at every depth. */
    byte[] with(Span own) {
        ObjectNode merged = common.deepCopy();
        merge(merged, tree(own));
        return EventsJson.write(merged);
    }

    private static void merge(ObjectNode into, ObjectNode own) {
        own.properties().forEach(field -> {
            JsonNode there = into.get(field.getKey());
            if (there instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                merge(object, more);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    private ObjectNode tree(Span span) {
        try {
            return (ObjectNode) EventsJson.mapper().readTree(body, span.start(), span.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
