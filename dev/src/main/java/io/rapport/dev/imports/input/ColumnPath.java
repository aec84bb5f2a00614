package io.rapport.dev.imports.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's name, or a path into JSON: {@code price}, {@code customer.id}, {@code images[0].url}. A name goes before a path,
 * so that a key with dots in it is found. A list on the way without an index gives what each of its items has.
 *
 * @param name the whole as written
 * @param steps names (text) and indexes (numbers) from the root
 */
public record ColumnPath(String name, List<Object> steps) {
    private static final Pattern STEP = Pattern.compile("\\G(?:^|\\.)?([^.\\[\\]]+)|\\G\\[(\\d{1,6})]");

    public static ColumnPath of(String name) {
        List<Object> steps = new ArrayList<>();
        Matcher step = STEP.matcher(name);
        int end = 0;
        while (end < name.length() && step.find(end)) {
            steps.add(step.group(1) != null ? step.group(1) : (Object) Integer.valueOf(step.group(2)));
            end = step.end();
        }
        return new ColumnPath(name, end == name.length() ? List.copyOf(steps) : List.of(name));
    }

    public JsonNode in(JsonNode root) {
        JsonNode whole = root.path(name);
        return present(whole.isMissingNode() ? walk(root, 0) : whole);
    }

    private JsonNode walk(JsonNode from, int first) {
        JsonNode at = from;
        for (int i = first; i < steps.size(); i++) {
            if (steps.get(i) instanceof Integer index) {
                at = at.path(index);
            } else if (at instanceof ArrayNode list) {
                return ofEach(list, i);
            } else {
                at = at.path((String) steps.get(i));
            }
        }
        return at;
    }

    private JsonNode ofEach(ArrayNode list, int step) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : list) {
            JsonNode value = present(walk(item, step));
            if (value instanceof ArrayNode several) {
                found.addAll(several);
            } else if (!value.isMissingNode()) {
                found.add(value);
            }
        }
        return found;
    }

    /** Null, empty text and empty lists are as good as not there. */
    static JsonNode present(JsonNode value) {
        boolean nothing = value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isArray() && value.isEmpty());
        return nothing ? MissingNode.getInstance() : value;
    }
}
