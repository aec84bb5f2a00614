package io.rapport.recommendation.order;

import java.time.Duration;

/** Exponential decay. */
final class Halving {
    private static final double DAY = Duration.ofDays(1).toMillis();

    private Halving() {}

    /** The weight of what is so old (milliseconds) when it halves every so many days. */
    static double of(long age, double days) {
        return Math.exp(-Math.log(2) * age / (DAY * days));
    }

    static double days(long millis) {
        return millis / DAY;
    }
}
