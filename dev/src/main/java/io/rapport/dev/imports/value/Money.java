package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as the catalog takes them: a decimal string and an ISO 4217 code. */
public final class Money {
    private Money() {}

    public static ObjectNode node(BigDecimal amount, String currency) {
        int scale = Math.max(amount.scale(), digits(currency));
        return JsonNodeFactory.instance
                .objectNode()
                .put("amount", amount.setScale(scale).toPlainString())
                .put("currency", currency);
    }

    /** How many decimal places the currency's minor unit stands for. */
    static int digits(String currency) {
        return Math.max(0, currency(currency).getDefaultFractionDigits());
    }

    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new Unfit(Unfit.quoted(code) + " is not an ISO 4217 currency code");
        }
    }
}
