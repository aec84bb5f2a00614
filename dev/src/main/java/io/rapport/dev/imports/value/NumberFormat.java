package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * How a file writes numbers.
 *
 * @param decimal what stands before the fraction
 * @param thousands what stands between groups of digits, or empty
 * @param shift how many places the decimal point moves to the right; -2 makes euros of cents
 */
record NumberFormat(String decimal, String thousands, int shift) {
    static final NumberFormat PLAIN = new NumberFormat(".", "", 0);

    BigDecimal parse(JsonNode value) {
        return (value.isNumber() ? value.decimalValue() : written(value)).scaleByPowerOfTen(shift);
    }

    private BigDecimal written(JsonNode value) {
        String text = Texts.of(value);
        String whole = thousands.isEmpty() ? text : text.replace(thousands, "");
        boolean foreign = !decimal.equals(".") && whole.indexOf('.') >= 0;
        return Numbers.of(foreign ? "" : whole.replace(decimal, "."), value);
    }
}
