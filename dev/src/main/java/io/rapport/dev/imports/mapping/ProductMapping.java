package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.value.Expression;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import io.rapport.events.rules.TreeValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Products as {@code POST /api/catalog/products} takes them. */
record ProductMapping(Fields fields, Properties attributes, Optional<VariantMapping> variants, Prices prices)
        implements RecordMapping {
    private static final List<FieldSpec> FIELDS = List.of(
            FieldSpec.required("id", FieldType.TEXT),
            FieldSpec.required("title", FieldType.TEXT),
            FieldSpec.of("description", FieldType.TEXT),
            FieldSpec.of("url", FieldType.TEXT),
            FieldSpec.of("imageUrl", FieldType.TEXT),
            FieldSpec.of("brand", FieldType.TEXT),
            FieldSpec.of("categories", FieldType.TEXTS),
            FieldSpec.of("price", FieldType.MONEY),
            FieldSpec.of("listPrice", FieldType.MONEY),
            FieldSpec.of("stock", FieldType.COUNT),
            FieldSpec.of("countries", FieldType.TEXTS),
            FieldSpec.of("tags", FieldType.TEXTS),
            FieldSpec.of("options", FieldType.ANY));

    static ProductMapping read(YamlNode product, Optional<YamlNode> variants) {
        YamlMap map = product.map();
        ProductMapping mapping = new ProductMapping(
                Fields.read(map, FIELDS),
                Properties.take(map, "attributes"),
                variants.map(VariantMapping::read),
                Prices.read(map));
        map.refuseOthers();
        return mapping;
    }

    @Override
    public Content map(Group group) {
        List<Row> rows = group.rows();
        if (!group.complete()) {
            throw new Rejection(group.first(), "a product of more than " + rows.size() + " rows");
        }
        ObjectNode product = fields.fill(rows);
        prices.complete(product, rows);
        ObjectNode named = attributes.fill(rows);
        if (!named.isEmpty()) {
            product.set("attributes", named);
        }
        variants.ifPresent(variant -> addVariants(product.putArray("variants"), variant, rows));
        Rejection.throwIf(TreeValues.check(product), group.first());
        return new Content(product.get("id").textValue(), Json.write(product), Instant.EPOCH, false);
    }

    private void addVariants(ArrayNode into, VariantMapping variant, List<Row> rows) {
        rows.forEach(row -> into.add(variant.of(row, prices)));
    }

    @Override
    public Optional<Expression> identity() {
        return fields.value("id");
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {
        fields.columns(uses);
        attributes.columns(uses);
        prices.columns(uses);
        variants.ifPresent(variant -> variant.columns(uses));
    }
}
