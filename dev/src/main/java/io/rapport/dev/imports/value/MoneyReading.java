package io.rapport.dev.imports.value;

import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.math.BigDecimal;

/** Reads {@code money: EUR} and {@code money: {currency, minor, decimal, thousands}}. */
final class MoneyReading {
    private MoneyReading() {}

    static Transform read(YamlNode node) {
        return node.isMap() ? settings(node.map()) : money(currency(node), NumberFormat.PLAIN);
    }

    private static Transform settings(YamlMap map) {
        String currency = currency(map.need("currency"));
        boolean minor = map.take("minor", YamlNode::truth).orElse(false);
        NumberFormat format = NumberReading.format(map);
        map.refuseOthers();
        int shift = format.shift() - (minor ? Money.digits(currency) : 0);
        return money(currency, new NumberFormat(format.decimal(), format.thousands(), shift));
    }

    private static Transform money(String currency, NumberFormat format) {
        return Transform.each(value -> {
            BigDecimal amount = format.parse(value);
            return Money.node(amount, currency);
        });
    }

    private static String currency(YamlNode node) {
        try {
            return Money.currency(node.text()).getCurrencyCode();
        } catch (Unfit e) {
            throw node.fault(e.getMessage());
        }
    }
}
