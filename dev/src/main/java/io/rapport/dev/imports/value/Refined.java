package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.dev.imports.input.Row;
import java.util.List;
import java.util.function.Consumer;

/**
 * A value after its transforms.
 *
 * @param when the rows that have it at all
 * @param otherwise what it is where it would be missing
 * @param required whether a row without it is refused
 */
record Refined(Expression from, List<Transform> transforms, Condition when, JsonNode otherwise, boolean required)
        implements Expression {
    @Override
    public JsonNode of(Row row) {
        JsonNode value = when.holds(row) ? transformed(row) : MissingNode.getInstance();
        if (!value.isMissingNode()) {
            return value;
        }
        if (required) {
            throw new Unfit("is required and missing");
        }
        return otherwise;
    }

    private JsonNode transformed(Row row) {
        JsonNode value = from.of(row);
        for (int i = 0; i < transforms.size() && !value.isMissingNode(); i++) {
            value = transforms.get(i).apply(value);
        }
        return value;
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {
        from.columns(uses);
        when.columns(uses);
    }
}
