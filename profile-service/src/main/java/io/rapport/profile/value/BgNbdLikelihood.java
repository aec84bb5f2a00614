package io.rapport.profile.value;

import java.util.List;

/**
 * The mean negative log-likelihood of a customer under BG/NBD, by the logarithms of (r, &alpha;, a, b); its gradient is
 * analytic. Section 7 of Fader, Hardie and Lee (2005) has a customer's likelihood as A1·A2·(A3 + &delta;·A4):
 *
 * <pre>
 * A1 = &Gamma;(r+x) &alpha;^r / &Gamma;(r)                      A2 = &Gamma;(a+b) &Gamma;(b+x) / (&Gamma;(b) &Gamma;(a+b+x))
 * A3 = (1 / (&alpha;+T))^(r+x)                     A4 = a / (b+x-1) · (1 / (&alpha;+t_x))^(r+x), if x &gt; 0
 * </pre>
 *
 * All in logarithms. As x is whole, ratios of gamma functions are products, which are carried along from one x to the next;
 * no gamma function is evaluated, so that nothing overflows or cancels however large x is. A4 / (A3+A4) is the probability
 * that the customer is gone, and is what every slope needs.
 */
final class BgNbdLikelihood implements Objective {
    private final int[] repeats;
    private final int[] ages;
    private final int[] recencies;
    private final double[] weights;
    /** Every different time once, for its logarithm is needed once. */
    private final double[] times;

    BgNbdLikelihood(List<Weighted<TransactionSample.Group>> sorted) {
        int n = sorted.size();
        repeats = new int[n];
        ages = new int[n];
        recencies = new int[n];
        weights = new double[n];
        Times index = Times.of(sorted);
        double customers = 0;
        for (int i = 0; i < n; i++) {
            TransactionSample.Group group = sorted.get(i).group();
            repeats[i] = group.repeats();
            ages[i] = index.position(group.age());
            recencies[i] = index.position(group.recency());
            weights[i] = sorted.get(i).customers();
            customers += weights[i];
        }
        times = index.values();
        for (int i = 0; i < n; i++) {
            weights[i] /= customers;
        }
    }

    @Override
    public double value(double[] logs, double[] gradient) {
        return new Sum(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3])).over(gradient);
    }

    private final class Sum {
        private final double r;
        private final double alpha;
        private final double a;
        private final double b;
        private final double[] logs = new double[times.length];
        private final double[] inverses = new double[times.length];
        private final Rising rising;
        private double value;
        private double byR;
        private double byAlpha;
        private double byA;
        private double byB;

        Sum(double r, double alpha, double a, double b) {
            this.r = r;
            this.alpha = alpha;
            this.a = a;
            this.b = b;
            this.rising = new Rising(r, a, b);
            for (int i = 0; i < times.length; i++) {
                logs[i] = Math.log(alpha + times[i]);
                inverses[i] = 1 / (alpha + times[i]);
            }
        }

        double over(double[] gradient) {
            double logAlpha = Math.log(alpha);
            double logA = Math.log(a);
            double logHazard = 0;
            for (int i = 0; i < repeats.length; i++) {
                int x = repeats[i];
                if (rising.to(x)) {
                    logHazard = logA - Math.log(b + x - 1);
                }
                add(i, x, x == 0 ? Double.NEGATIVE_INFINITY : logHazard, logAlpha);
            }
            gradient[0] = -byR * r;
            gradient[1] = -byAlpha * alpha;
            gradient[2] = -byA * a;
            gradient[3] = -byB * b;
            return -value;
        }

        private void add(int i, int x, double logHazard, double logAlpha) {
            double logAge = logs[ages[i]];
            double logRecency = logs[recencies[i]];
            // ln(A4 / A3), whose logistic function is the probability to be gone.
            double odds = logHazard + (r + x) * (logAge - logRecency);
            double small = Math.exp(-Math.abs(odds));
            double gone = (odds > 0 ? 1 : small) / (1 + small);
            double alive = 1 - gone;
            double weight = weights[i];
            double mixture = -(r + x) * logAge + Math.max(odds, 0) + Math.log1p(small);
            value += weight * (rising.logOfR + r * logAlpha + rising.logOfB + mixture);
            byR += weight * (rising.byR + logAlpha - alive * logAge - gone * logRecency);
            byAlpha += weight * (r / alpha - (r + x) * (alive * inverses[ages[i]] + gone * inverses[recencies[i]]));
            byA += weight * (gone / a - rising.bySum);
            byB += weight * (rising.byB - rising.bySum - (x == 0 ? 0 : gone / (b + x - 1)));
        }
    }

    /** The logarithms of &Gamma;(r+x)/&Gamma;(r) and of A2, and their slopes, as x goes up. */
    private static final class Rising {
        private final double r;
        private final double a;
        private final double b;
        private int x;
        private double logOfR;
        private double logOfB;
        private double byR;
        private double byB;
        private double bySum;

        Rising(double r, double a, double b) {
            this.r = r;
            this.a = a;
            this.b = b;
        }

        /** Whether it had to move. */
        boolean to(int next) {
            boolean moves = x < next;
            for (; x < next; x++) {
                logOfR += Math.log(r + x);
                logOfB -= Math.log1p(a / (b + x));
                byR += 1 / (r + x);
                byB += 1 / (b + x);
                bySum += 1 / (a + b + x);
            }
            return moves;
        }
    }
}
