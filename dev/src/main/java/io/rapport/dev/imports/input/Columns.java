package io.rapport.dev.imports.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.BiConsumer;

/** A row of text fields; an empty one is missing. */
record Columns(Header header, List<String> values) implements Cells {
    @Override
    public JsonNode get(ColumnPath path) {
        int index = header.index(path.name());
        return index < 0 ? MissingNode.getInstance() : node(values.get(index));
    }

    @Override
    public void forEach(BiConsumer<String, JsonNode> visitor) {
        for (int i = 0; i < values.size(); i++) {
            visitor.accept(header.names().get(i), node(values.get(i)));
        }
    }

    private static JsonNode node(String value) {
        return value.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(value);
    }

    @Override
    public JsonNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.size(); i++) {
            shown.put(header.names().get(i), values.get(i));
        }
        return shown;
    }
}
