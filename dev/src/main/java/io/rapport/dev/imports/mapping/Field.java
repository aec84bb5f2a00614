package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.value.Expression;
import io.rapport.dev.imports.value.Unfit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A field and what it gets.
 *
 * @param path where the mapping says so, for messages
 */
record Field(FieldSpec spec, String path, Expression value, Pick pick) {
    /** The value for these rows, of the field's type, or a missing node; a {@link Rejection} names the row that is at fault. */
    JsonNode of(List<Row> rows) {
        JsonNode picked = pick == Pick.FIRST ? first(rows) : picked(rows);
        if (picked.isMissingNode() && spec.required()) {
            throw new Rejection(rows.get(0), path + ": is required and missing");
        }
        return picked;
    }

    private JsonNode first(List<Row> rows) {
        for (Row row : rows) {
            JsonNode value = fitted(row);
            if (!value.isMissingNode()) {
                return value;
            }
        }
        return Pick.NONE;
    }

    private JsonNode picked(List<Row> rows) {
        List<JsonNode> values = new ArrayList<>();
        for (Row row : rows) {
            JsonNode value = fitted(row);
            if (!value.isMissingNode()) {
                values.add(value);
            }
        }
        try {
            return values.isEmpty() ? Pick.NONE : spec.type().fit(pick.of(values));
        } catch (Unfit e) {
            throw new Rejection(rows.get(0), e.at(path).getMessage());
        }
    }

    private JsonNode fitted(Row row) {
        try {
            JsonNode raw = value.of(row);
            return raw.isMissingNode() ? raw : spec.type().fit(raw);
        } catch (Unfit e) {
            throw new Rejection(row, e.at(path).getMessage());
        }
    }

    void columns(Consumer<ColumnUse> uses) {
        value.columns(uses);
    }
}
