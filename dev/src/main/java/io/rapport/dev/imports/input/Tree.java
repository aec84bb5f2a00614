package io.rapport.dev.imports.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;

/** A row that is a JSON object. */
record Tree(ObjectNode root) implements Cells {
    @Override
    public JsonNode get(ColumnPath path) {
        return path.in(root);
    }

    @Override
    public void forEach(BiConsumer<String, JsonNode> visitor) {
        root.properties().forEach(field -> visitor.accept(field.getKey(), ColumnPath.present(field.getValue())));
    }

    @Override
    public JsonNode shown() {
        return root;
    }
}
