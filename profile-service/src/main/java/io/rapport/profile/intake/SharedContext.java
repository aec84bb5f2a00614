package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What other services get of an event's context: enough to personalise by, nothing to recognise a person by. */
final class SharedContext {
    private SharedContext() {}

    static ObjectNode of(JsonNode context) {
        ObjectNode shared = JsonNodeFactory.instance.objectNode();
        copy(context, shared, "locale");
        copy(context, shared, "timezone");
        page(context.path("page"), shared);
        if (context.path("campaign").isObject()) {
            shared.set("campaign", JsonContent.anonymous(context.get("campaign")));
        }
        nested(context, shared, "device", "type");
        nested(context, shared, "location", "country");
        return shared;
    }

    private static void page(JsonNode page, ObjectNode shared) {
        if (page.isObject()) {
            ObjectNode copy = shared.putObject("page");
            copy(page, copy, "path");
            copy(page, copy, "title");
            copyAddress(page, copy, "url");
            copyAddress(page, copy, "referrer");
        }
    }

    private static void nested(JsonNode from, ObjectNode to, String object, String field) {
        if (from.path(object).path(field).isTextual()) {
            copy(from.get(object), to.putObject(object), field);
        }
    }

    private static void copy(JsonNode from, ObjectNode to, String field) {
        if (from.path(field).isTextual()) {
            to.set(field, from.get(field));
        }
    }

    /** Without query and fragment, where forms leave e-mail addresses and tokens. */
    private static void copyAddress(JsonNode from, ObjectNode to, String field) {
        if (from.path(field).isTextual()) {
            to.put(field, from.get(field).textValue().split("[?#]", 2)[0]);
        }
    }
}
