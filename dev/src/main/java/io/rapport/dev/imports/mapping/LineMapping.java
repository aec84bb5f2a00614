package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.value.Condition;
import io.rapport.dev.imports.value.ConditionReading;
import io.rapport.dev.imports.value.Unfit;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An order's lines, one of each row that no condition leaves out. */
record LineMapping(Fields fields, Properties properties, List<Condition> skip) {
    private static final int UNIT_PRICE_PLACES = 4;
    private static final List<FieldSpec> FIELDS = List.of(
            new FieldSpec("productId", "product_id", FieldType.TEXT, true),
            FieldSpec.of("sku", FieldType.TEXT),
            FieldSpec.of("name", FieldType.TEXT),
            FieldSpec.of("brand", FieldType.TEXT),
            FieldSpec.of("category", FieldType.TEXT),
            FieldSpec.of("variant", FieldType.TEXT),
            FieldSpec.of("coupon", FieldType.TEXT),
            FieldSpec.of("url", FieldType.TEXT),
            FieldSpec.of("imageUrl", "image_url", FieldType.TEXT),
            FieldSpec.of("price", FieldType.NUMBER),
            FieldSpec.of("amount", FieldType.NUMBER),
            FieldSpec.of("quantity", FieldType.NUMBER));

    static LineMapping read(YamlNode node) {
        YamlMap map = node.map();
        LineMapping mapping = new LineMapping(
                Fields.read(map, FIELDS),
                Properties.take(map, "properties"),
                map.take("skip", ConditionReading::readEach).orElse(List.of()));
        map.refuseOthers();
        return mapping;
    }

    boolean hasAmounts() {
        return fields.has("price") || fields.has("amount");
    }

    Optional<OrderLine> of(Row row, OrderStatus status) {
        try {
            return skip.stream().anyMatch(condition -> condition.holds(row))
                    ? Optional.empty()
                    : Optional.of(line(row, status));
        } catch (Unfit e) {
            throw new Rejection(row, "lines: " + e.getMessage());
        }
    }

    private OrderLine line(Row row, OrderStatus status) {
        List<Row> rows = List.of(row);
        ObjectNode line = fields.fill(rows);
        BigDecimal quantity = take(line, "quantity", status).orElse(BigDecimal.ONE);
        Optional<BigDecimal> given = take(line, "amount", status);
        Optional<BigDecimal> price =
                take(line, "price", status).or(() -> given.map(amount -> unitPrice(amount, quantity)));
        price.ifPresent(value -> line.set("price", DecimalNode.valueOf(value)));
        line.set("quantity", DecimalNode.valueOf(quantity));
        line.setAll(properties.fill(rows));
        return new OrderLine(
                line, given.orElseGet(() -> price.orElse(BigDecimal.ZERO).multiply(quantity)));
    }

    private static Optional<BigDecimal> take(ObjectNode line, String name, OrderStatus status) {
        JsonNode value = line.remove(name);
        return Optional.ofNullable(value).map(number -> Amounts.of(number.decimalValue(), name, status));
    }

    private static BigDecimal unitPrice(BigDecimal amount, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            throw new Unfit("an amount for a quantity of 0 has no price");
        }
        return Amounts.plain(amount.divide(quantity, UNIT_PRICE_PLACES, RoundingMode.HALF_UP));
    }

    void columns(Consumer<ColumnUse> uses) {
        fields.columns(uses);
        properties.columns(uses);
        skip.forEach(condition -> condition.columns(uses));
    }
}
