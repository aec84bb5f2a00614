package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.value.Expression;
import io.rapport.dev.imports.value.Money;
import io.rapport.dev.imports.value.Unfit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Orders as Segment's e-commerce spec has them: {@code Order Completed}, {@code Order Refunded}, {@code Order Cancelled}.
 *
 * @param envelope the fields of the event itself
 * @param fields the fields of its properties
 */
record OrderMapping(
        Fields envelope,
        Fields fields,
        Properties properties,
        Properties context,
        Optional<LineMapping> lines,
        TooLarge tooLarge,
        EventJson json)
        implements RecordMapping {
    static final List<FieldSpec> ENVELOPE = List.of(
            FieldSpec.of("status", FieldType.TEXT),
            FieldSpec.of("messageId", FieldType.TEXT),
            FieldSpec.of("userId", FieldType.TEXT),
            FieldSpec.of("anonymousId", FieldType.TEXT),
            new FieldSpec("time", "timestamp", FieldType.TIME, true));

    static final List<FieldSpec> FIELDS = List.of(
            new FieldSpec("id", "order_id", FieldType.TEXT, true),
            FieldSpec.of("affiliation", FieldType.TEXT),
            FieldSpec.of("revenue", FieldType.NUMBER),
            FieldSpec.of("total", FieldType.NUMBER),
            FieldSpec.of("subtotal", FieldType.NUMBER),
            FieldSpec.of("tax", FieldType.NUMBER),
            FieldSpec.of("shipping", FieldType.NUMBER),
            FieldSpec.of("discount", FieldType.NUMBER),
            FieldSpec.of("coupon", FieldType.TEXT),
            FieldSpec.required("currency", FieldType.TEXT));

    private static final List<String> NUMBERS = List.of("revenue", "total", "subtotal", "tax", "shipping", "discount");

    @Override
    public Content map(Group group) {
        Row first = group.first();
        if (!group.complete()) {
            throw new Rejection(first, "an order of more than " + group.rows().size() + " rows");
        }
        try {
            return map(first, group.rows());
        } catch (Unfit e) {
            throw new Rejection(first, "order." + e.getMessage());
        }
    }

    private Content map(Row first, List<Row> rows) {
        ObjectNode event =
                JsonNodeFactory.instance.objectNode().put("type", "track").put("event", "");
        event.setAll(envelope.fill(rows));
        OrderStatus status = status(event.remove("status"));
        event.put("event", status.event());
        List<OrderLine> ordered = lines(rows, status);
        event.set("properties", properties(rows, status, ordered));
        ObjectNode filled = context.fill(rows);
        if (!filled.isEmpty()) {
            event.set("context", filled);
        }
        json.check(event, first);
        boolean trimmed = tooLarge.fit(event, ordered);
        return json.content(event, first, trimmed);
    }

    private static OrderStatus status(JsonNode word) {
        try {
            return word == null ? OrderStatus.COMPLETED : OrderStatus.of(word.textValue());
        } catch (Unfit e) {
            throw e.at("status");
        }
    }

    private List<OrderLine> lines(List<Row> rows, OrderStatus status) {
        return lines.map(line -> rows.stream()
                        .flatMap(row -> line.of(row, status).stream())
                        .toList())
                .orElse(List.of());
    }

    private ObjectNode properties(List<Row> rows, OrderStatus status, List<OrderLine> ordered) {
        ObjectNode order = fields.fill(rows);
        Money.currency(order.get("currency").textValue());
        for (String name : NUMBERS) {
            if (order.has(name)) {
                order.set(name, DecimalNode.valueOf(Amounts.of(order.get(name).decimalValue(), name, status)));
            }
        }
        complete(order, status, ordered);
        order.setAll(properties.fill(rows));
        ordered.forEach(line -> order.withArrayProperty("products").add(line.json()));
        return order;
    }

    /** An order is worth its lines where nothing else is said; what is given back has its worth as the total too. */
    private static void complete(ObjectNode order, OrderStatus status, List<OrderLine> ordered) {
        if (!order.has("revenue")) {
            BigDecimal sum = ordered.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            order.set("revenue", DecimalNode.valueOf(Amounts.plain(sum)));
        }
        if (status.givesBack() && !order.has("total")) {
            order.set("total", order.get("revenue"));
        }
    }

    @Override
    public Optional<Expression> identity() {
        return fields.value("id");
    }

    @Override
    public void columns(Consumer<ColumnUse> uses) {
        envelope.columns(uses);
        fields.columns(uses);
        properties.columns(uses);
        context.columns(uses);
        lines.ifPresent(line -> line.columns(uses));
    }
}
