package io.rapport.profile.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product of an order, or of what was sent back of one.
 *
 * @param product its {@code product_id}, or null where none is said
 * @param price for one of it, or null where none is said
 */
record OrderLine(@Nullable String product, @Nullable BigDecimal price, BigDecimal quantity) {
    boolean isPriced() {
        return price != null;
    }
}
