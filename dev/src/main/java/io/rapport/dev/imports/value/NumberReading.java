package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads {@code number: {decimal, thousands, shift, min, max}}. */
final class NumberReading {
    static final Transform PLAIN = value -> node(NumberFormat.PLAIN.parse(value));

    private NumberReading() {}

    static Transform read(YamlNode node) {
        YamlMap map = node.map();
        NumberFormat format = format(map);
        Optional<BigDecimal> least = map.take("min", NumberReading::bound);
        Optional<BigDecimal> most = map.take("max", NumberReading::bound);
        map.refuseOthers();
        return Transform.each(value -> node(within(format.parse(value), least, most)));
    }

    /** Takes the keys that say how numbers are written. */
    static NumberFormat format(YamlMap map) {
        String decimal = map.take("decimal", NumberReading::separator).orElse(".");
        String thousands = map.take("thousands", NumberReading::separator).orElse("");
        if (decimal.equals(thousands)) {
            throw map.node().fault("\"decimal\" and \"thousands\" are the same");
        }
        return new NumberFormat(
                decimal,
                thousands,
                map.take("shift", shift -> shift.number(-18, 18)).orElse(0));
    }

    private static String separator(YamlNode node) {
        if (node.text().length() != 1 || Character.isDigit(node.text().charAt(0))) {
            throw node.fault("a single character that is no digit is expected here");
        }
        return node.text();
    }

    private static BigDecimal bound(YamlNode node) {
        try {
            return Numbers.of(node.constant());
        } catch (Unfit e) {
            throw node.fault(e.getMessage());
        }
    }

    private static BigDecimal within(BigDecimal number, Optional<BigDecimal> least, Optional<BigDecimal> most) {
        if (least.isPresent() && number.compareTo(least.get()) < 0) {
            throw new Unfit(number.toPlainString() + " is less than " + least.get());
        }
        if (most.isPresent() && number.compareTo(most.get()) > 0) {
            throw new Unfit(number.toPlainString() + " is more than " + most.get());
        }
        return number;
    }

    /** Never with an exponent: 1E+2 is 100. */
    private static JsonNode node(BigDecimal number) {
        return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
    }
}
