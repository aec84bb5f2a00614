package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.Expression;
import java.util.ArrayList;
import java.util.List;

/** Takes a row apart: each item of the list becomes a row of its own that still has the columns of the whole. */
public record Each(Expression list) {
    /** The items; a row whose list is missing has none. */
    public List<JsonNode> items(Row row) {
        JsonNode value = list.of(row);
        List<JsonNode> items = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(items::add);
        } else if (!value.isMissingNode()) {
            items.add(value);
        }
        return items;
    }
}
