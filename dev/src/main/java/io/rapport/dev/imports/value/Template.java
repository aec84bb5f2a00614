package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.yaml.MappingFault;
import java.util.List;
import java.util.function.Consumer;

/** Text with columns in it; a column that is missing makes the whole of it missing, unless it is written {@code {name?}}. */
record Template(List<Part> parts, MappingFault absent) implements Expression {
    sealed interface Part {}

    record Words(String text) implements Part {}

    record Hole(Reference reference, String name, boolean optional) implements Part {}

    @Override
    public JsonNode of(Row row) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Words words) {
                text.append(words.text());
            } else if (part instanceof Hole hole && !fill(hole, row, text)) {
                return MissingNode.getInstance();
            }
        }
        return Texts.node(text.toString());
    }

    private static boolean fill(Hole hole, Row row, StringBuilder text) {
        JsonNode value = hole.reference().in(row);
        if (!value.isMissingNode()) {
            text.append(Texts.of(value));
        }
        return hole.optional() || !value.isMissingNode();
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {
        for (Part part : parts) {
            if (part instanceof Hole hole && hole.reference() instanceof Reference.Column) {
                uses.accept(new ColumnUse(hole.name(), absent));
            }
        }
    }
}
