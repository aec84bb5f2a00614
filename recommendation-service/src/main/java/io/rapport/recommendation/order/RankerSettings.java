package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Purchase;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * How the ranker learns.
 *
 * @param repeats whether what the customer bought before may be proposed
 * @param slices at how many moments before the newest order it is asked what came next
 * @param spacing the time between two of those moments
 * @param horizon an order later than that after its moment is no example
 * @param epochs how often all examples are gone through
 * @param shrinkage how strongly weights are drawn to 0
 * @param trees how many trees correct the regression
 */
public record RankerSettings(
        boolean repeats, int slices, Duration spacing, Duration horizon, int epochs, double shrinkage, int trees) {

    public static RankerSettings tuned(boolean repeats) {
        return new RankerSettings(repeats, 5, Duration.ofDays(7), Duration.ofDays(28), 8, 1e-4, 60);
    }

    IntPredicate allowed(Customer customer) {
        if (repeats) {
            return item -> true;
        }
        IntOpenHashSet bought = new IntOpenHashSet();
        customer.history().stream().mapToInt(Purchase::item).forEach(bought::add);
        return item -> !bought.contains(item);
    }
}
