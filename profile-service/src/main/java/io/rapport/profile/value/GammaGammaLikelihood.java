package io.rapport.profile.value;

import java.util.List;

/**
 * The mean negative log-likelihood of a customer's mean spend, by the logarithms of (p, q, &gamma;), with its analytic
 * gradient: equation 1a of Fader and Hardie (2013),
 *
 * <pre>
 * f(z | x) = &Gamma;(px+q) / (&Gamma;(px) &Gamma;(q)) · &gamma;^q · z^(px-1) · x^(px) / (&gamma; + x z)^(px+q)
 * </pre>
 */
final class GammaGammaLikelihood implements Objective {
    private final int[] repeats;
    private final double[] totals;
    private final double[] logTotals;
    private final double[] weights;
    /** The part without a parameter: -ln z. */
    private final double constant;

    GammaGammaLikelihood(List<Weighted<SpendSample.Group>> sorted) {
        int n = sorted.size();
        repeats = new int[n];
        totals = new double[n];
        logTotals = new double[n];
        weights = new double[n];
        double customers = sorted.stream().mapToDouble(Weighted::customers).sum();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            SpendSample.Group group = sorted.get(i).group();
            repeats[i] = group.repeats();
            totals[i] = group.repeats() * group.meanSpend();
            logTotals[i] = Math.log(totals[i]);
            weights[i] = sorted.get(i).customers() / customers;
            sum -= weights[i] * Math.log(group.meanSpend());
        }
        constant = sum;
    }

    @Override
    public double value(double[] logs, double[] gradient) {
        double p = Math.exp(logs[0]);
        double q = Math.exp(logs[1]);
        double gamma = Math.exp(logs[2]);
        PerRepeats terms = new PerRepeats(p, q);
        double value = constant;
        double byP = 0;
        double byQ = 0;
        double byGamma = 0;
        for (int i = 0; i < repeats.length; i++) {
            int x = repeats[i];
            terms.to(x);
            double logScale = Math.log(gamma + totals[i]);
            double w = weights[i];
            value += w * (terms.log + q * logs[2] + p * x * logTotals[i] - (p * x + q) * logScale);
            byP += w * x * (terms.byPx + logTotals[i] - logScale);
            byQ += w * (terms.byQ + logs[2] - logScale);
            byGamma += w * (q / gamma - (p * x + q) / (gamma + totals[i]));
        }
        gradient[0] = -byP * p;
        gradient[1] = -byQ * q;
        gradient[2] = -byGamma * gamma;
        return -value;
    }

    /** -ln B(px, q) and its slopes, which all customers of the same x share. */
    private static final class PerRepeats {
        private final double p;
        private final double q;
        private final double logOfQ;
        private final double slopeOfQ;
        private int x;
        private double log;
        private double byPx;
        private double byQ;

        PerRepeats(double p, double q) {
            this.p = p;
            this.q = q;
            this.logOfQ = GammaFunction.log(q);
            this.slopeOfQ = GammaFunction.digamma(q);
        }

        void to(int next) {
            if (next == x) {
                return;
            }
            x = next;
            double px = p * x;
            double slope = GammaFunction.digamma(px + q);
            log = GammaFunction.log(px + q) - GammaFunction.log(px) - logOfQ;
            byPx = slope - GammaFunction.digamma(px);
            byQ = slope - slopeOfQ;
        }
    }
}
