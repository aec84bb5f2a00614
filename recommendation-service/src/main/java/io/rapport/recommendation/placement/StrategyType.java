package io.rapport.recommendation.placement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A way to find products for a visitor. */
public enum StrategyType {
    /** What visitors with a session like this one went on to. */
    SESSION,
    /** What a customer with these orders may want next. */
    NEXT_ORDER,
    /** What is looked at together with the product, the cart or what was seen last. */
    SEEN_TOGETHER,
    /** What is bought together with the cart, the product or what was seen last. */
    BOUGHT_TOGETHER,
    /** What the visitor saw, latest first. */
    RECENTLY_VIEWED,
    /** What many choose now. */
    POPULAR,
    /** What many choose in the product's categories. */
    SAME_CATEGORY,
    /** What came into the catalog last. */
    NEW_ARRIVALS;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The strategy of that name; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static StrategyType of(String wire) {
        for (StrategyType type : values()) {
            if (type.wire().equals(wire)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no strategy " + wire);
    }
}
