package io.rapport.profile.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How often those who buy a product, or a category, again do so. Gaps are taken to be lognormal about each buyer's own
 * median; all figures are robust ones of the gaps' logarithms.
 *
 * @param logDays median of the buyers' median gaps: one buyer, one voice
 * @param within standard deviation of one buyer's gaps
 * @param between standard deviation of the buyers' true medians
 * @param buyers who bought again
 */
public record TypicalInterval(double logDays, double within, double between, long buyers) {
    /** The variance of a sample median is this much more than a mean's (asymptotically, of normal values). */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;
    /** So many buyers' word on a product weighs as much as the whole category's. */
    private static final double CATEGORY_WEIGHT = 10;
    /** Who has fewer gaps shows no spread of their own. */
    private static final int GAPS_WITH_SPREAD = 3;
    /** Spreads are not believed to be less: of rounding to days, and of samples that happen to agree. */
    private static final double LEAST_SPREAD = 0.1;

    public TypicalInterval {
        if (!(Double.isFinite(logDays) && within > 0 && between > 0) || buyers < 1) {
            throw new IllegalArgumentException(
                    "No interval: %s, within %s, between %s, %d buyers".formatted(logDays, within, between, buyers));
        }
    }

    /** The interval of these buyers; empty if nobody has bought again. */
    public static Optional<TypicalInterval> of(Collection<PurchaseGaps> gaps) {
        List<double[]> buyers = gaps.stream()
                .filter(each -> each.count() > 0)
                .map(PurchaseGaps::logs)
                .toList();
        if (buyers.isEmpty()) {
            return Optional.empty();
        }
        double[] medians = buyers.stream().mapToDouble(Robust::median).toArray();
        double within = Math.max(LEAST_SPREAD, within(buyers));
        return Optional.of(
                new TypicalInterval(Robust.median(medians), within, between(medians, within, buyers), medians.length));
    }

    private static double within(List<double[]> buyers) {
        List<Double> residuals = new ArrayList<>();
        for (double[] logs : buyers) {
            double median = Robust.median(logs);
            // Deviations from a median of the same few gaps are too small; as for a mean, by this factor.
            double widen = Math.sqrt(logs.length / (logs.length - 1.0));
            for (int i = 0; i < logs.length && logs.length >= GAPS_WITH_SPREAD; i++) {
                residuals.add((logs[i] - median) * widen);
            }
        }
        return Robust.spread(
                residuals.isEmpty()
                        ? buyers.stream().flatMapToDouble(Arrays::stream).toArray()
                        : residuals.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** What the medians vary more than by chance. */
    private static double between(double[] medians, double within, List<double[]> buyers) {
        double chance = buyers.stream()
                .mapToDouble(logs -> varianceOfMedian(within, logs.length))
                .average()
                .orElseThrow();
        double seen = Robust.spread(medians);
        return Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, seen * seen - chance)));
    }

    /** Of n gaps; one is its own median, and two have their mean. */
    private static double varianceOfMedian(double within, int gaps) {
        return (gaps < GAPS_WITH_SPREAD ? 1 : MEDIAN_VARIANCE) * within * within / gaps;
    }

    /** This product's interval, drawn to its category's by as much as its buyers are few. */
    public TypicalInterval within(TypicalInterval category) {
        double own = buyers / (buyers + CATEGORY_WEIGHT);
        return new TypicalInterval(
                mix(own, logDays, category.logDays),
                mix(own, within, category.within),
                mix(own, between, category.between),
                buyers);
    }

    private static double mix(double share, double own, double other) {
        return share * own + (1 - share) * other;
    }

    /** When this customer is likely to need it again: the normal-normal posterior of their median, and a gap's spread on it. */
    public Replenishment next(PurchaseGaps customer) {
        double prior = between * between;
        double weight = 0;
        double location = logDays;
        if (customer.count() > 0) {
            double error = varianceOfMedian(within, customer.count());
            weight = prior / (prior + error);
            location = mix(weight, Robust.median(customer.logs()), logDays);
        }
        double variance = (1 - weight) * prior + within * within;
        return Replenishment.of(customer.last(), location, Math.sqrt(variance), weight);
    }
}
