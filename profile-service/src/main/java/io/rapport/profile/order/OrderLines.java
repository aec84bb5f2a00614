package io.rapport.profile.order;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up lines. */
final class OrderLines {
    private OrderLines() {}

    /** What the lines come to; empty where a price is said neither by the line nor among these by product. */
    static Optional<BigDecimal> sum(Collection<OrderLine> lines, Map<String, BigDecimal> prices) {
        BigDecimal sum = BigDecimal.ZERO;
        for (OrderLine line : lines) {
            BigDecimal price = price(line, prices);
            if (price == null) {
                return Optional.empty();
            }
            sum = sum.add(price.multiply(line.quantity()));
        }
        return Optional.of(Amounts.checked(sum));
    }

    private static @Nullable BigDecimal price(OrderLine line, Map<String, BigDecimal> prices) {
        return line.isPriced() || line.product() == null ? line.price() : prices.get(line.product());
    }

    /** What each product was sold for; of two prices the first. */
    static Map<String, BigDecimal> prices(List<OrderLine> sold) {
        Map<String, BigDecimal> prices = new HashMap<>();
        sold.stream()
                .filter(line -> line.isPriced() && line.product() != null)
                .forEach(line -> prices.putIfAbsent(line.product(), line.price()));
        return prices;
    }
}
