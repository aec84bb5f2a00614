package io.rapport.profile.condition.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, whatever their JSON form: {@code 19.99}, {@code "19.99"}, or money, {@code {"amount":"19.99","currency":"EUR"}},
 * which counts as its amount. What has more than {@link #MOST_DIGITS} digits before or behind the point is no number here:
 * {@code 1E+999999999} is a short text and a very long number.
 */
public final class Decimals {
    static final int MOST_DIGITS = 40;

    private Decimals() {}

    public static @Nullable BigDecimal of(JsonNode node) {
        if (node.isNumber()) {
            return isFinite(node) ? bounded(node.decimalValue()) : null;
        }
        if (node.isTextual()) {
            return parse(node.textValue());
        }
        return isMoney(node) ? of(node.get("amount")) : null;
    }

    private static boolean isFinite(JsonNode node) {
        return !(node.isDouble() || node.isFloat()) || Double.isFinite(node.doubleValue());
    }

    static boolean isMoney(JsonNode node) {
        return node.isObject() && node.path("amount").isValueNode() && node.has("currency");
    }

    private static @Nullable BigDecimal parse(String text) {
        return isPlain(text) ? bounded(new BigDecimal(text)) : null;
    }

    /** Digits with a sign before and a point amid them, if any; no exponent, no blanks. */
    private static boolean isPlain(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = text.indexOf('.', from);
        boolean hasDigits = point < 0
                ? isDigits(text, from, text.length())
                : isDigits(text, from, point) && isDigits(text, point + 1, text.length());
        return hasDigits && text.length() <= 2 * MOST_DIGITS;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    private static @Nullable BigDecimal bounded(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        boolean isLong = (long) value.precision() - value.scale() > MOST_DIGITS || value.scale() > MOST_DIGITS;
        return isLong ? null : value;
    }

    /** The same text for equal numbers. */
    public static String canonical(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
