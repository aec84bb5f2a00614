package io.rapport.profile.value;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Where quintiles of recency, frequency and monetary value begin, each by itself (A. M. Hughes, Strategic Database
 * Marketing, 1994, nests them; independent ones need no more than these twelve numbers to score a customer). A periodic job
 * keeps them; customers are scored by them until the next.
 */
public record RfmBorders(QuintileBorders recency, QuintileBorders frequency, QuintileBorders monetary) {
    /**
     * The borders of these customers.
     *
     * @throws IllegalArgumentException if there is nobody
     */
    public static RfmBorders of(Collection<RfmValues> customers) {
        return new RfmBorders(
                borders(customers, RfmValues::recency),
                borders(customers, RfmValues::frequency),
                borders(customers, RfmValues::monetary));
    }

    private static QuintileBorders borders(Collection<RfmValues> customers, ToDoubleFunction<RfmValues> value) {
        return QuintileBorders.of(customers.stream().mapToDouble(value).toArray());
    }

    public RfmScore score(RfmValues customer) {
        return new RfmScore(
                6 - recency.fifth(customer.recency()),
                frequency.fifth((double) customer.frequency()),
                monetary.fifth(customer.monetary()));
    }
}
