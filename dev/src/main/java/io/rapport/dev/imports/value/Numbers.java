package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Values as numbers: JSON's own, or text in plain decimal notation. */
public final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private Numbers() {}

    public static BigDecimal of(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : of(Texts.of(value), value);
    }

    static BigDecimal of(String text, JsonNode shown) {
        if (!PLAIN.matcher(text).matches()) {
            throw new Unfit(Unfit.quoted(Texts.of(shown)) + " is not a number");
        }
        return new BigDecimal(text);
    }

    /** A number without a fraction. */
    public static BigDecimal whole(JsonNode value) {
        BigDecimal number = of(value);
        try {
            return number.setScale(0);
        } catch (ArithmeticException e) {
            throw new Unfit(Unfit.quoted(Texts.of(value)) + " is not a whole number");
        }
    }
}
