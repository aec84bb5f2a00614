package io.rapport.profile.value;

/**
 * Integrals over (0, 1) by the double-exponential rule (Takahasi and Mori 1974): p = 1 / (1 + exp(-&pi; sinh u)), the
 * trapezoidal rule in u, and halving of its step until nothing changes. Singular ends do not matter.
 */
final class UnitIntegral {
    private static final double RELATIVE_ERROR = 1e-12;
    private static final double REACH = 14;
    private static final int HALVINGS = 10;
    private static final int LEAST_HALVINGS = 3;

    /** The logarithm of what is integrated, by the logarithms of p and of 1 - p. */
    interface LogIntegrand {
        double at(double logP, double logQ);
    }

    private UnitIntegral() {}

    static double of(LogIntegrand integrand) {
        double step = 1;
        double sum = points(integrand, 0, step);
        double integral = sum * step;
        for (int halving = 1; halving <= HALVINGS; halving++) {
            sum += points(integrand, step / 2, step);
            step /= 2;
            double finer = sum * step;
            boolean settled = Math.abs(finer - integral) <= RELATIVE_ERROR * Math.abs(finer);
            integral = finer;
            if (settled && halving >= LEAST_HALVINGS) {
                return integral;
            }
        }
        return integral;
    }

    private static double points(LogIntegrand integrand, double offset, double step) {
        double sum = 0;
        for (double u = offset - REACH; u <= REACH; u += step) {
            double s = Math.PI * Math.sinh(u);
            double small = Math.log1p(Math.exp(-Math.abs(s)));
            double logP = Math.min(s, 0) - small;
            double logQ = Math.min(-s, 0) - small;
            double logWeight = logP + logQ + Math.log(Math.PI * Math.cosh(u));
            sum += Math.exp(integrand.at(logP, logQ) + logWeight);
        }
        return sum;
    }
}
