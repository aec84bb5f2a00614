package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums as money, with the decimals that the currency has (ISO 4217) where they are enough. */
final class Sums {
    private static final int USUAL_DECIMALS = 2;

    private Sums() {}

    static Money of(BigDecimal amount, String currency) {
        BigDecimal plain = amount.stripTrailingZeros();
        return new Money(
                plain.setScale(Math.max(decimals(currency), plain.scale()), RoundingMode.UNNECESSARY), currency);
    }

    static @Nullable Money average(BigDecimal sum, int count, String currency) {
        return count == 0
                ? null
                : new Money(sum.divide(BigDecimal.valueOf(count), decimals(currency), RoundingMode.HALF_UP), currency);
    }

    /** From {@code {"USD":"12.5"}}. */
    static List<Money> of(JsonNode amounts) {
        return amounts.properties().stream()
                .map(entry -> of(new BigDecimal(entry.getValue().asText()), entry.getKey()))
                .toList();
    }

    private static int decimals(String currency) {
        try {
            return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        } catch (IllegalArgumentException e) {
            return USUAL_DECIMALS;
        }
    }
}
