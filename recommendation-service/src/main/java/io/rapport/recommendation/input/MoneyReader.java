package io.rapport.recommendation.input;

import io.rapport.events.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Money as the API has it: a decimal string that is not negative, and an ISO 4217 code. */
final class MoneyReader {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private MoneyReader() {}

    static @Nullable Money read(FieldReader fields) {
        if (!fields.readable()) {
            return null;
        }
        String amount = fields.requiredText("amount", 22);
        String currency = fields.requiredText("currency", 3);
        fields.refuseOthers();
        boolean wellFormed = AMOUNT.matcher(amount).matches();
        if (!wellFormed && !amount.isEmpty()) {
            fields.fault("amount", "A decimal string such as \"19.99\", not negative, is expected here.");
        }
        if (!CURRENCIES.contains(currency) && !currency.isEmpty()) {
            fields.fault("currency", "An ISO 4217 code such as \"EUR\" is expected here.");
        }
        return wellFormed && CURRENCIES.contains(currency) ? new Money(new BigDecimal(amount), currency) : null;
    }
}
