package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.value.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What one of a product costs.
 *
 * @param amount in ten-thousandths, which hold every currency of ISO 4217; {@link #NONE} where none is said
 * @param currency ISO 4217; empty: the deployment's
 */
record Price(long amount, String currency) implements Comparable<Price> {
    private static final long NONE = -1;
    static final Price UNSAID = new Price(NONE, "");
    private static final int SCALE = 4;
    private static final int USUAL_DECIMALS = 2;
    /** What a full cart comes to then still fits into 64 bits. */
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000_000);

    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final Comparator<Price> ORDER =
            Comparator.comparingLong(Price::amount).thenComparing(Price::currency);

    /** @param currency of the event, which the product's own goes before */
    static Price of(JsonNode product, String currency) {
        JsonNode node = product.path("price");
        BigDecimal amount = Decimals.of(node);
        if (amount == null || amount.signum() < 0 || amount.compareTo(HIGHEST) > 0) {
            return UNSAID;
        }
        String own = currencyOf(product, node);
        return new Price(
                amount.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact(),
                own.isEmpty() ? currency : own);
    }

    static String currencyOf(JsonNode properties, JsonNode money) {
        JsonNode node = properties.hasNonNull("currency") ? properties.path("currency") : money.path("currency");
        return node.isTextual() && CURRENCY.matcher(node.textValue()).matches()
                ? node.textValue().toUpperCase(Locale.ROOT)
                : "";
    }

    boolean isSaid() {
        return amount != NONE;
    }

    Price in(String deploymentCurrency) {
        return currency.isEmpty() ? new Price(amount, deploymentCurrency) : this;
    }

    /** As the API shows money: with the decimals that the currency has, where they are enough. */
    ObjectNode toJson() {
        BigDecimal plain = BigDecimal.valueOf(amount, SCALE).stripTrailingZeros();
        BigDecimal shown = plain.setScale(Math.max(decimals(), plain.scale()), RoundingMode.UNNECESSARY);
        return JsonNodeFactory.instance
                .objectNode()
                .put("amount", shown.toPlainString())
                .put("currency", currency);
    }

    private int decimals() {
        try {
            return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
        } catch (IllegalArgumentException e) {
            return USUAL_DECIMALS;
        }
    }

    @Override
    public int compareTo(Price other) {
        return ORDER.compare(this, other);
    }
}
