package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Makes sent JSON fit for where it goes. What is fit already, nearly all of it, is not copied. */
final class JsonContent {
    /** Beyond this many digits a number is no measure of anything, and PostgreSQL's numeric may not hold it. */
    private static final long MOST_DIGITS = 400;

    private static final Set<String> IDENTIFIERS =
            Set.of("email", "phone", "userid", "user_id", "anonymousid", "anonymous_id", "previousid");

    private JsonContent() {}

    /** For the event table: numbers that it could not hold become texts. */
    static JsonNode storable(JsonNode node) {
        return has(node, JsonContent::isWild) ? tamed(node) : node;
    }

    /** For other services: without fields that name the person, at any depth. */
    static JsonNode anonymous(JsonNode node) {
        return hasField(node) ? stripped(node) : node;
    }

    private static boolean has(JsonNode node, Predicate<JsonNode> test) {
        if (!node.isContainerNode()) {
            return test.test(node);
        }
        for (JsonNode child : node) {
            if (has(child, test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWild(JsonNode node) {
        if (!node.isBigDecimal() && !node.isBigInteger()) {
            return false;
        }
        var value = node.decimalValue();
        return Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS;
    }

    private static JsonNode tamed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), tamed(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(child -> copy.add(tamed(child)));
            return copy;
        }
        return isWild(node) ? JsonNodeFactory.instance.textNode(node.asText()) : node;
    }

    private static boolean hasField(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object.properties().stream()
                    .anyMatch(field -> isIdentifier(field.getKey()) || hasField(field.getValue()));
        }
        if (node.isArray()) {
            for (JsonNode child : node) {
                if (hasField(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static JsonNode stripped(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> {
                if (!isIdentifier(field.getKey())) {
                    copy.set(field.getKey(), stripped(field.getValue()));
                }
            });
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(child -> copy.add(stripped(child)));
            return copy;
        }
        return node;
    }

    private static boolean isIdentifier(String field) {
        int length = field.length();
        return length >= 5 && length <= 12 && IDENTIFIERS.contains(field.toLowerCase(Locale.ROOT));
    }
}
