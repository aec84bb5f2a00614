package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.List;
import java.util.function.Consumer;

/** A product's variants, one of each row. */
record VariantMapping(Fields fields, Properties attributes) {
    private static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.required("id", FieldType.TEXT),
            FieldSpec.of("price", FieldType.MONEY),
            FieldSpec.of("stock", FieldType.COUNT));

    static VariantMapping read(YamlNode node) {
        YamlMap map = node.map();
        VariantMapping mapping = new VariantMapping(Fields.read(map, FIELDS), Properties.take(map, "attributes"));
        map.refuseOthers();
        return mapping;
    }

    ObjectNode of(Row row, Prices prices) {
        List<Row> rows = List.of(row);
        ObjectNode variant = fields.fill(rows);
        prices.complete(variant, rows);
        ObjectNode named = attributes.fill(rows);
        if (!named.isEmpty()) {
            variant.set("attributes", named);
        }
        return variant;
    }

    void columns(Consumer<ColumnUse> uses) {
        fields.columns(uses);
        attributes.columns(uses);
    }
}
