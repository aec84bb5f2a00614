package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Purchase;
import java.util.List;

/**
 * Who is asked about.
 *
 * @param history all purchases, the first one first; those of one order share their moment
 * @param place where the customer ordered last, {@link #NOWHERE} when that is not known
 */
public record Customer(List<Purchase> history, int place) {
    public static final int NOWHERE = -1;

    long latest() {
        return history.isEmpty()
                ? Long.MIN_VALUE
                : history.get(history.size() - 1).at();
    }

    long first() {
        return history.isEmpty() ? Long.MIN_VALUE : history.get(0).at();
    }

    int orders() {
        return (int) history.stream().mapToLong(Purchase::at).distinct().count();
    }
}
