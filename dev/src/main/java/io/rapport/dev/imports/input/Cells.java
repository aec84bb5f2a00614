package io.rapport.dev.imports.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** What a row holds, by column name or JSON path; what is not there is a missing node. */
public sealed interface Cells permits Columns, Tree {
    JsonNode get(ColumnPath path);

    void forEach(BiConsumer<String, JsonNode> visitor);

    /** The row as a person may look at it again. */
    JsonNode shown();
}
