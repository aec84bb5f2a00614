package io.rapport.profile.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days between one customer's purchases of one product, oldest first; purchases of the same day are one.
 *
 * @param last when it was bought last
 */
public record PurchaseGaps(LocalDate last, List<Integer> days) {
    /** @throws IllegalArgumentException if a gap is not of a day or more */
    public PurchaseGaps {
        days = List.copyOf(days);
        if (days.stream().anyMatch(gap -> gap < 1)) {
            throw new IllegalArgumentException("Gaps are of a day or more: " + days);
        }
    }

    /**
     * The gaps between purchases on these days, in any order.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PurchaseGaps of(Collection<LocalDate> purchases) {
        List<LocalDate> days = purchases.stream().distinct().sorted().toList();
        if (days.isEmpty()) {
            throw new IllegalArgumentException("Never bought");
        }
        return new PurchaseGaps(
                days.get(days.size() - 1),
                IntStream.range(1, days.size())
                        .mapToObj(i -> (int) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                        .toList());
    }

    int count() {
        return days.size();
    }

    double[] logs() {
        return days.stream().mapToDouble(Math::log).toArray();
    }
}
