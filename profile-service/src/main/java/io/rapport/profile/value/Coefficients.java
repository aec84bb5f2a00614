package io.rapport.profile.value;

import java.util.Arrays;

/**
 * The power series of (e+1)_(k-1) (c)_k / ((d+1)_(k-1) k!), k &ge; 1, whose coefficients are worked out as far as they are
 * needed and kept for the next z.
 */
final class Coefficients {
    private static final int FIRST = 64;
    /** More than any z up to 0.97 needs. */
    private static final int MOST = 20_000;

    private final double e;
    private final double c;
    private final double d;
    private double[] values = new double[FIRST];
    private int known;

    Coefficients(double e, double c, double d) {
        this.e = e;
        this.c = c;
        this.d = d;
    }

    /**
     * @param z 0 to less than 1
     * @param error that the rest which is left out may have
     */
    double sum(double z, double error) {
        double sum = 0;
        double power = 1;
        double small = error * (1 - z);
        for (int k = 1; k <= MOST; k++) {
            power *= z;
            double term = at(k) * power;
            sum += term;
            if (Math.abs(term) <= small && rest(k, term, z) <= error) {
                return sum;
            }
        }
        throw new ArithmeticException("No sum: e %s, c %s, d %s, z %s".formatted(e, c, d, z));
    }

    private double at(int k) {
        if (k > known) {
            extend();
        }
        return values[k - 1];
    }

    private void extend() {
        if (known == values.length) {
            values = Arrays.copyOf(values, 2 * known);
        }
        int until = known + FIRST;
        for (int k = known; k < until; k++) {
            values[k] = k == 0 ? c : values[k - 1] * ratio(k);
        }
        known = until;
    }

    private double ratio(int k) {
        return (e + k) * (c + k) / ((d + k) * (k + 1));
    }

    /** A geometric bound: the ratio of terms tends to z, from above or from below. */
    private double rest(int k, double term, double z) {
        double ratio = Math.max(z, Math.abs(ratio(k)) * z);
        return ratio < 1 ? Math.abs(term) * ratio / (1 - ratio) : Double.POSITIVE_INFINITY;
    }
}
