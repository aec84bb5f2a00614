package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.Set;

/** A list without its repetitions. */
record Distinct() implements Transform {
    @Override
    public JsonNode apply(JsonNode value) {
        if (!(value instanceof ArrayNode list)) {
            return value;
        }
        Set<JsonNode> seen = new LinkedHashSet<>();
        list.forEach(seen::add);
        return JsonNodeFactory.instance.arrayNode().addAll(seen);
    }
}
