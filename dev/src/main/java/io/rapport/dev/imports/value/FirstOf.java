package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.dev.imports.input.Row;
import java.util.List;
import java.util.function.Consumer;

/** The first of several that is there. */
record FirstOf(List<Expression> choices) implements Expression {
    @Override
    public JsonNode of(Row row) {
        for (Expression choice : choices) {
            JsonNode value = choice.of(row);
            if (!value.isMissingNode()) {
                return value;
            }
        }
        return MissingNode.getInstance();
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {
        choices.forEach(choice -> choice.columns(uses));
    }
}
