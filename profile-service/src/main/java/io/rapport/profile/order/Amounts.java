package io.rapport.profile.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads money as clients send it; what is no amount is a {@link NumberFormatException}, never a guess. */
final class Amounts {
    /** Four decimals hold every currency of ISO 4217, and shed the noise of clients' binary floats. */
    private static final int SCALE = 4;

    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_TEXT = 40;
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");

    private Amounts() {}

    /** A number, a decimal string, or {@code {"amount","currency"}}; null where nothing is said. */
    static @Nullable BigDecimal amount(JsonNode node) {
        BigDecimal said = said(node);
        return said == null ? null : checked(said);
    }

    /** The same of what was paid back, which shops write with and without a minus. */
    static @Nullable BigDecimal magnitude(JsonNode node) {
        BigDecimal said = said(node);
        return said == null ? null : checked(said.abs());
    }

    private static @Nullable BigDecimal said(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isObject()) {
            return said(node.path("amount"));
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isTextual() && node.textValue().length() <= LONGEST_TEXT) {
            return new BigDecimal(node.textValue().strip());
        }
        throw new NumberFormatException("not an amount");
    }

    /** The digits are counted before any arithmetic, for 1E+999999999 is a short text and a very long number. */
    static BigDecimal checked(BigDecimal value) {
        if (value.signum() < 0) {
            throw new NumberFormatException("negative");
        }
        if (value.signum() != 0 && ((long) value.precision() - value.scale() > MOST_DIGITS || value.scale() > 60)) {
            throw new NumberFormatException("out of range");
        }
        return value.signum() == 0 ? BigDecimal.ZERO : value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** The ISO 4217 code, or null where nothing is said. */
    static @Nullable String currency(JsonNode properties, JsonNode money) {
        JsonNode node = properties.hasNonNull("currency") ? properties.get("currency") : money.path("currency");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual() || !CURRENCY.matcher(node.textValue()).matches()) {
            throw new NumberFormatException("not a currency");
        }
        return node.textValue().toUpperCase(Locale.ROOT);
    }
}
