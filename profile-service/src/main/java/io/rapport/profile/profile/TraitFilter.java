package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code name:value} in a query may mean: the value is a text, and a number or a boolean where it looks like one; a name
 * with dots leads into objects, or has dots in it.
 *
 * @param anyOf JSON texts of which the traits must hold one
 */
record TraitFilter(List<String> anyOf) {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?");
    private static final int DEEPEST = 10;

    TraitFilter {
        anyOf = List.copyOf(anyOf);
    }

    /** Empty where there is no name, or what no trait can hold. */
    static Optional<TraitFilter> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        List<String> anyOf = new ArrayList<>();
        for (JsonNode value : values(text.substring(colon + 1))) {
            for (List<String> path : paths(text.substring(0, colon))) {
                anyOf.add(nested(path, value).toString());
            }
        }
        return Optional.of(new TraitFilter(anyOf));
    }

    private static List<JsonNode> values(String text) {
        JsonNode asText = TextNode.valueOf(text);
        if (text.equals("true") || text.equals("false")) {
            return List.of(asText, BooleanNode.valueOf(text.equals("true")));
        }
        return NUMBER.matcher(text).matches()
                ? List.of(asText, DecimalNode.valueOf(new BigDecimal(text)))
                : List.of(asText);
    }

    private static List<List<String>> paths(String name) {
        List<String> steps = List.of(name.split("\\.", -1));
        boolean isPath = steps.size() > 1 && steps.size() <= DEEPEST && !steps.contains("");
        return isPath ? List.of(List.of(name), steps) : List.of(List.of(name));
    }

    private static JsonNode nested(List<String> path, JsonNode value) {
        JsonNode node = value;
        for (int i = path.size() - 1; i >= 0; i--) {
            node = JsonNodeFactory.instance.objectNode().set(path.get(i), node);
        }
        return node;
    }
}
