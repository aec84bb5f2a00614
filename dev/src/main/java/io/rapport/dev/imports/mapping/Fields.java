package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.value.Expression;
import io.rapport.dev.imports.value.ExpressionReading;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a section, read once and filled for each record, in the order of their specification. */
record Fields(List<Field> fields) {
    /** Takes what the section says of these fields; a required one that it leaves out is a fault. */
    static Fields read(YamlMap section, List<FieldSpec> specs) {
        List<Field> fields = new ArrayList<>();
        for (FieldSpec spec : specs) {
            Field field = section.node().faults().attempt(() -> read(section, spec));
            if (field != null) {
                fields.add(field);
            }
        }
        return new Fields(List.copyOf(fields));
    }

    private static @Nullable Field read(YamlMap section, FieldSpec spec) {
        if (spec.required()) {
            return field(section.need(spec.key()), spec);
        }
        return section.take(spec.key(), node -> field(node, spec)).orElse(null);
    }

    static Field field(YamlNode node, FieldSpec spec) {
        if (!node.isMap()) {
            return new Field(spec, node.path(), ExpressionReading.read(node), Pick.FIRST);
        }
        YamlMap map = node.map();
        Pick pick = map.take("pick", Fields::pick).orElse(Pick.FIRST);
        Field field = new Field(spec, node.path(), ExpressionReading.refined(map), pick);
        map.refuseOthers();
        return field;
    }

    private static Pick pick(YamlNode node) {
        for (Pick pick : Pick.values()) {
            if (name(pick).equals(node.text())) {
                return pick;
            }
        }
        throw node.fault("one of " + Stream.of(Pick.values()).map(Fields::name).collect(Collectors.joining(", "))
                + " is expected here");
    }

    private static String name(Pick pick) {
        return pick.name().toLowerCase(Locale.ROOT);
    }

    boolean has(String key) {
        return fields.stream().anyMatch(field -> field.spec().key().equals(key));
    }

    /** What the field gets; none where the mapping does not fill it. */
    Optional<Expression> value(String key) {
        return fields.stream()
                .filter(field -> field.spec().key().equals(key))
                .findFirst()
                .map(Field::value);
    }

    /** What is there of the fields, under their wire names. */
    ObjectNode fill(List<Row> rows) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            JsonNode value = field.of(rows);
            if (!value.isMissingNode()) {
                filled.set(field.spec().wire(), value);
            }
        }
        return filled;
    }

    void columns(Consumer<ColumnUse> uses) {
        fields.forEach(field -> field.columns(uses));
    }
}
