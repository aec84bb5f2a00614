package io.rapport.profile.value;

import java.util.Arrays;

/** Location and spread that outliers do not move. */
final class Robust {
    /** Makes the median absolute deviation of a normal distribution its standard deviation: 1 / &Phi;⁻¹(3/4). */
    private static final double NORMAL = 1.482602218505602;

    private Robust() {}

    /** @param values at least one */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Standard deviation by the median absolute deviation from the median. */
    static double spread(double[] values) {
        double middle = median(values);
        return NORMAL
                * median(Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray());
    }
}
