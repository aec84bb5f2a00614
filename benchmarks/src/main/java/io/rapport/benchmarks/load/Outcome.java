package io.rapport.benchmarks.load;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a load run saw.
 *
 * @param accepted answers with status 200
 * @param refused answers with another status, or none
 * @param seconds how long it ran
 * @param latency microseconds from when a request was due to its answer
 */
public record Outcome(long accepted, long refused, double seconds, Histogram latency) {
    public double perSecond() {
        return accepted / seconds;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%,.0f requests/s accepted, %d refused, p50 %.1f / p90 %.1f / p99 %.1f ms",
                perSecond(),
                refused,
                millis(50),
                millis(90),
                millis(99));
    }

    public double millis(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1000.0;
    }
}
