package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.dev.imports.input.Row;
import java.util.List;
import java.util.function.Consumer;

/** All of several that are there; lists among them are taken item by item. */
record ListOf(List<Expression> items) implements Expression {
    @Override
    public JsonNode of(Row row) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Expression item : items) {
            JsonNode value = item.of(row);
            if (value instanceof ArrayNode several) {
                list.addAll(several);
            } else if (!value.isMissingNode()) {
                list.add(value);
            }
        }
        return list.isEmpty() ? MissingNode.getInstance() : list;
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {
        items.forEach(item -> item.columns(uses));
    }
}
