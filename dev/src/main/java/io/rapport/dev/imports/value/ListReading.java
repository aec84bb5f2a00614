package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the transforms between text and lists: {@code split}, {@code join}, {@code item}. */
final class ListReading {
    private ListReading() {}

    static Transform split(YamlNode node) {
        Pattern separator = Pattern.compile(Pattern.quote(filled(node)));
        return value -> {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            separator
                    .splitAsStream(Texts.of(value))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
            return parts.isEmpty() ? MissingNode.getInstance() : parts;
        };
    }

    private static String filled(YamlNode node) {
        if (node.text().isEmpty()) {
            throw node.fault("a separator is expected here");
        }
        return node.text();
    }

    static Transform join(YamlNode node) {
        String separator = node.text();
        return value -> {
            List<String> parts = new ArrayList<>();
            items(value).forEach(item -> parts.add(Texts.of(item)));
            return Texts.node(String.join(separator, parts));
        };
    }

    /** From 0; -1 is the last. */
    static Transform item(YamlNode node) {
        int index = node.number(-1_000, 1_000);
        return value -> {
            ArrayNode items = items(value);
            return items.path(index < 0 ? items.size() + index : index);
        };
    }

    private static ArrayNode items(JsonNode value) {
        return value instanceof ArrayNode list
                ? list
                : JsonNodeFactory.instance.arrayNode().add(value);
    }
}
