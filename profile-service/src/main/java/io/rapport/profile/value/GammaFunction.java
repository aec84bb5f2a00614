package io.rapport.profile.value;

/** Logarithm of the gamma function and its slope, for positive arguments, by Stirling's series (DLMF 5.11.1 and 5.11.2). */
final class GammaFunction {
    /** From here on six terms of the series are exact to rounding; below, DLMF 5.5.1 leads up to it. */
    private static final double SERIES_FROM = 15;

    private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

    private GammaFunction() {}

    static double log(double x) {
        double product = 1;
        double z = x;
        for (; z < SERIES_FROM; z++) {
            product *= z;
        }
        double w = 1 / (z * z);
        double series = (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188))))) / z;
        return (z - 0.5) * Math.log(z) - z + HALF_LOG_2_PI + series - Math.log(product);
    }

    /** &psi;(x), the slope of ln &Gamma;(x). */
    static double digamma(double x) {
        double sum = 0;
        double z = x;
        for (; z < SERIES_FROM; z++) {
            sum += 1 / z;
        }
        double w = 1 / (z * z);
        double series = w * (1.0 / 12 - w * (1.0 / 120 - w * (1.0 / 252 - w * (1.0 / 240 - w * (1.0 / 132)))));
        return Math.log(z) - 0.5 / z - series - sum;
    }
}
