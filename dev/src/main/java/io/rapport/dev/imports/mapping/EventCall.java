package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import java.util.Map;

/** What each of Segment's calls must have, and what it calls its name. */
final class EventCall {
    private static final String TRACK = "track";

    /** The field that a call is nothing without. */
    private static final Map<String, String> NEEDS =
            Map.of(TRACK, "name", "identify", "", "page", "", "screen", "", "group", "groupId", "alias", "previousId");

    private static final String ALIAS = "alias";

    private EventCall() {}

    /** The filled fields in the shape that the call has on the wire, its type first. */
    static ObjectNode shape(ObjectNode filled, Row row) {
        String type = filled.path("type").asText(TRACK);
        String needed = NEEDS.get(type);
        if (needed == null) {
            throw new Rejection(
                    row,
                    "event.type: \"" + type + "\" is none of "
                            + NEEDS.keySet().stream().sorted().toList());
        }
        if (!needed.isEmpty() && !filled.has(needed)) {
            throw new Rejection(row, "event." + needed + ": is missing, and a " + type + " call needs it");
        }
        if (type.equals(ALIAS) && !filled.has("userId")) {
            throw new Rejection(row, "event.userId: is missing, and an alias call needs it");
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
        JsonNode name = filled.remove("name");
        if (name != null) {
            event.set(type.equals(TRACK) ? "event" : "name", name);
        }
        filled.remove("type");
        return event.setAll(filled);
    }
}
