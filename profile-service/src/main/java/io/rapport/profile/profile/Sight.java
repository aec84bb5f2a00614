package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.caller.Role;
import java.util.Locale;
import java.util.Set;

/**
 * How much of a person a caller sees. Analysts work with figures: they get the shape of contact details
 * ({@code a***@example.com}), and of names and addresses only that there are some. Everybody else who may read profiles
 * sees all of it.
 */
enum Sight {
    FULL,
    MASKED;

    private static final Set<String> MASKED_FIELDS = Set.of(
            "email",
            "phone",
            "firstname",
            "lastname",
            "fullname",
            "username",
            "street",
            "postalcode",
            "birthday",
            "avatar",
            "ip",
            "deviceid",
            "advertisingid");

    static Sight of(Caller caller) {
        boolean isOperator = caller.kind() == Caller.Kind.OPERATOR;
        boolean seesAll = caller.roles().contains(Role.ADMIN)
                || caller.roles().contains(Role.SUPPORT)
                || caller.roles().contains(Role.MARKETER);
        return isOperator && !seesAll ? MASKED : FULL;
    }

    String contact(String value) {
        return this == FULL ? value : masked(value);
    }

    /** Traits: here {@code name} is the person's. */
    JsonNode traits(JsonNode traits) {
        if (this == FULL) {
            return traits;
        }
        ObjectNode seen = (ObjectNode) json(traits);
        if (seen.path("name").isTextual()) {
            seen.put("name", masked(seen.get("name").textValue()));
        }
        return seen;
    }

    /** Properties and context of events. */
    JsonNode json(JsonNode node) {
        return this == FULL ? node : maskedJson(node);
    }

    private static JsonNode maskedJson(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(field -> copy.set(field.getKey(), maskedField(field.getKey(), field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(child -> copy.add(maskedJson(child)));
            return copy;
        }
        return node;
    }

    private static JsonNode maskedField(String name, JsonNode value) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
        return value.isValueNode() && !value.isNull() && MASKED_FIELDS.contains(plain)
                ? JsonNodeFactory.instance.textNode(masked(value.asText()))
                : maskedJson(value);
    }

    private static String masked(String value) {
        int at = value.lastIndexOf('@');
        String first = value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1));
        return first + "***" + (at > 0 ? value.substring(at) : "");
    }
}
