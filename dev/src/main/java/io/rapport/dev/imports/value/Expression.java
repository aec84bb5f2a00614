package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.Row;
import java.util.function.Consumer;

/** What a value is made of, row by row. */
public interface Expression {
    /** The value for this row, or a missing node; an {@link Unfit} says why the row cannot give it. */
    JsonNode of(Row row);

    /** Tells every column that the value needs, with the place where the mapping names it. */
    void columns(Consumer<ColumnUse> uses);
}
