package io.rapport.profile.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How purchases become a {@link PurchaseHistory}. All of a customer's purchases in one step are one transaction; purchases
 * after the end are not seen. Fader, Hardie and Lee (2005) merge by day and measure in weeks: a customer of 1
 * January 1997 has at the end of 30 September the age 38.86.
 *
 * @param end the last day seen
 * @param merge the step within which purchases are one transaction; times are differences of the steps' first days
 * @param unit in which times are told
 */
public record Calibration(LocalDate end, TimeStep merge, TimeStep unit) {
    public Calibration {
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(merge, "merge");
        Objects.requireNonNull(unit, "unit");
    }

    /** The convention of the published work: transactions by day, time in weeks. */
    public static Calibration daysInWeeks(LocalDate end) {
        return new Calibration(end, TimeStep.DAY, TimeStep.WEEK);
    }

    /**
     * A customer's history as of the end.
     *
     * @param purchases one customer's, in any order
     * @return empty if none was made by the end
     */
    public Optional<PurchaseHistory> history(Collection<Purchase> purchases) {
        NavigableMap<LocalDate, Double> transactions = new TreeMap<>();
        for (Purchase purchase : purchases) {
            if (!purchase.day().isAfter(end)) {
                transactions.merge(merge.start(purchase.day()), purchase.amount(), Double::sum);
            }
        }
        return transactions.isEmpty() ? Optional.empty() : Optional.of(history(transactions));
    }

    private PurchaseHistory history(NavigableMap<LocalDate, Double> transactions) {
        LocalDate first = transactions.firstKey();
        int repeats = transactions.size() - 1;
        double spend = transactions.tailMap(first, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return new PurchaseHistory(
                repeats,
                time(first, transactions.lastKey()),
                time(first, merge.start(end)),
                repeats == 0 ? 0 : spend / repeats,
                unit);
    }

    private double time(LocalDate from, LocalDate to) {
        return unit.ofDays(ChronoUnit.DAYS.between(from, to));
    }
}
