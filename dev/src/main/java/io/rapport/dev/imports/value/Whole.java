package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.yaml.MappingFault;
import java.util.function.Consumer;

/** One column and nothing else: its value as it is, which in JSON may be a number, a list or an object. */
record Whole(Reference reference, String name, MappingFault absent) implements Expression {
    @Override
    public JsonNode of(Row row) {
        return reference.in(row);
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {
        if (reference instanceof Reference.Column) {
            uses.accept(new ColumnUse(name, absent));
        }
    }
}
