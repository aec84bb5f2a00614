package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An object whose names the mapping chooses: {@code a.b} is {@code b} inside {@code a}, {@code "*"} takes columns by pattern. */
record Properties(List<Field> named, Optional<ColumnsMatching> rest) {
    static final Properties NONE = new Properties(List.of(), Optional.empty());

    static Properties take(YamlMap section, String key) {
        Properties read = section.node()
                .faults()
                .attempt(() -> section.take(key, Properties::read).orElse(NONE));
        return read == null ? NONE : read;
    }

    private static Properties read(YamlNode node) {
        YamlMap map = node.map();
        Optional<ColumnsMatching> rest = map.take("*", ColumnsMatching::read);
        List<Field> named = new ArrayList<>();
        map.all().forEach((name, value) -> {
            Field field = name.equals("*") ? null : value.faults().attempt(() -> named(value, name));
            if (field != null) {
                named.add(field);
            }
        });
        return new Properties(List.copyOf(named), rest);
    }

    private static Field named(YamlNode value, String name) {
        if (Stream.of(name.split("\\.", -1)).anyMatch(String::isEmpty)) {
            throw value.fault("a name is empty before, between or after its dots");
        }
        return Fields.field(value, FieldSpec.of(name, FieldType.ANY));
    }

    ObjectNode fill(List<Row> rows) {
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        for (Field field : named) {
            JsonNode value = field.of(rows);
            if (!value.isMissingNode()) {
                put(filled, field.spec().wire(), value);
            }
        }
        rest.ifPresent(columns -> columns.fill(filled, rows));
        return filled;
    }

    private static void put(ObjectNode into, String name, JsonNode value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            into.set(name, value);
        } else {
            put(into.withObjectProperty(name.substring(0, dot)), name.substring(dot + 1), value);
        }
    }

    void columns(Consumer<ColumnUse> uses) {
        named.forEach(field -> field.columns(uses));
    }
}
