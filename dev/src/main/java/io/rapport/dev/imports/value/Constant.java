package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.Row;
import java.util.function.Consumer;

/** The same for every row. */
record Constant(JsonNode value) implements Expression {
    @Override
    public JsonNode of(Row row) {
        return value;
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {}
}
