package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One text for all ways to write a condition: defaults spelt out, spans and numbers normalised, keys in order, the parts of
 * all and any and the values of a list in order and each once. The condition itself keeps the order that it was written in, for its pointers.
 */
final class Canonical {
    /** A range's ends stay apart in any order, for the lower comes first in every range that is taken. */
    private static final Set<String> SETS = Set.of("all", "any", "value");

    private Canonical() {}

    static String of(Condition condition) {
        return text(condition.toJson());
    }

    private static String text(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object.properties().stream()
                    .map(each -> quoted(each.getKey()) + ":" + text(each.getKey(), each.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isArray() ? "[" + String.join(",", texts(node)) + "]" : node.toString();
    }

    private static String text(String key, JsonNode value) {
        boolean isSet = value.isArray() && SETS.contains(key);
        return isSet ? "[" + String.join(",", new TreeSet<>(texts(value))) + "]" : text(value);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Canonical::text)
                .toList();
    }

    private static String quoted(String key) {
        return "\"" + key + "\"";
    }
}
