package io.rapport.profile.value;

/**
 * Purchases that a living customer makes within a time, if their rate is gamma(r, rate &alpha;) and their dropout probability
 * beta(a, b) by what is known of them: the fraction in equations 9 and 10 of Fader, Hardie and Lee (2005),
 *
 * <pre>(a+b-1)/(a-1) · [1 - (1-z)^r · 2F1(r, b; a+b-1; z)],  z = t / (&alpha;+t)</pre>
 *
 * which as it stands overflows for thousands of purchases and has no value at a = 1. Euler's transformation (Abramowitz and
 * Stegun 15.3.3) makes (1-z)^r · 2F1 = (1-z)^e · 2F1(e, c; d; z), where e = a-1, c = a+b-1-r and d = a+b-1; there b and r
 * only come as their difference, so that the series is short for who bought often. Since its terms hold a factor e/d, the
 * division can be done by hand:
 *
 * <pre>
 * d · (1 - (1-z)^e)/e - (1-z)^e · sum over k &ge; 1 of (e+1)_(k-1) (c)_k / ((d+1)_(k-1) k!) · z^k
 * </pre>
 *
 * which is smooth in all parameters.
 */
final class AliveExpectation {
    private static final double RELATIVE_ERROR = 1e-14;
    /** From here on the series takes more terms than an integral takes points. */
    private static final double SLOW = 0.97;

    /** Beyond it coefficients would overflow; a + b is seldom so large, for then all customers would be alike. */
    private static final double LARGE = 100;
    /** Of the logarithm of what terms of either sign may cancel. */
    private static final double CANCELS = 8;

    /** Logarithm of probabilities below which purchases are proportional to them; so that none comes near underflow. */
    private static final double SMALL = -300;

    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final double c;
    private final Coefficients coefficients;

    AliveExpectation(double r, double alpha, double a, double b) {
        this.r = r;
        this.alpha = alpha;
        this.a = a;
        this.b = b;
        this.c = a + b - 1 - r;
        this.coefficients = new Coefficients(a - 1, c, a + b - 1);
    }

    double within(double time) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Not a length of time: " + time);
        }
        double z = time / (alpha + time);
        boolean cancels = -c * Math.log1p(z) > CANCELS;
        boolean large = Math.max(c, a) > LARGE;
        return z > SLOW || cancels || large ? integral(time) : series(time, z);
    }

    private double series(double time, double z) {
        double e = a - 1;
        double logRest = -Math.log1p(time / alpha);
        double lead = (a + b - 1) * (e == 0 ? -logRest : -Math.expm1(e * logRest) / e);
        double rest = Math.exp(e * logRest);
        double error = RELATIVE_ERROR * (Math.abs(lead) / rest + Math.abs(c) * z);
        return lead - rest * coefficients.sum(z, error);
    }

    /** The mean of (1 - (1 + pt/&alpha;)^-r) / p, a customer's expectation over the rates, by the distribution of p. */
    double integral(double time) {
        double logNorm = GammaFunction.log(a) + GammaFunction.log(b) - GammaFunction.log(a + b);
        double scaled = time / alpha;
        return UnitIntegral.of((logP, logQ) -> {
            double logLeaves = logP < SMALL
                    ? Math.log(r * scaled) + logP
                    : Math.log(-Math.expm1(-r * Math.log1p(Math.exp(logP) * scaled)));
            return logLeaves + (a - 2) * logP + (b - 1) * logQ - logNorm;
        });
    }
}
