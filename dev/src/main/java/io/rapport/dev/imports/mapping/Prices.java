package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.value.Money;
import io.rapport.dev.imports.value.Numbers;
import io.rapport.dev.imports.value.Unfit;
import io.rapport.dev.imports.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** Gives prices that are plain numbers the product's currency, and refuses negative ones. */
record Prices(Fields currency) {
    private static final FieldSpec CURRENCY = FieldSpec.of("currency", FieldType.TEXT);

    static Prices read(YamlMap product) {
        return new Prices(Fields.read(product, List.of(CURRENCY)));
    }

    void complete(ObjectNode priced, List<Row> rows) {
        complete(priced, "price", rows);
        complete(priced, "listPrice", rows);
    }

    private void complete(ObjectNode priced, String name, List<Row> rows) {
        JsonNode price = priced.path(name);
        try {
            if (price.isNumber()) {
                priced.set(name, Money.node(price.decimalValue(), code(rows)));
            }
            if (!price.isMissingNode() && amount(priced.get(name)).signum() < 0) {
                throw new Unfit("a price must not be negative");
            }
        } catch (Unfit e) {
            throw new Rejection(rows.get(0), name + ": " + e.getMessage());
        }
    }

    private static BigDecimal amount(JsonNode money) {
        return Numbers.of(money.get("amount"));
    }

    private String code(List<Row> rows) {
        JsonNode code = currency.fill(rows).path(CURRENCY.wire());
        if (code.isMissingNode()) {
            throw new Unfit("has no currency; say product.currency, or use the money transform");
        }
        return code.textValue();
    }

    void columns(Consumer<ColumnUse> uses) {
        currency.columns(uses);
    }
}
