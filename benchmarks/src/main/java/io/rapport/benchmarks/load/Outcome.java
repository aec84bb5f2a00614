package io.rapport.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What a load run saw.
 *
 * @param accepted answers with status 200
 * @param refused answers with another status, or none
 * @param seconds how long it ran
 * @param latency microseconds from when a request was due to its answer
 */
record Outcome(long accepted, long refused, double seconds, Histogram latency) {
    double perSecond() {
        return accepted / seconds;
    }

    double millis(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1000.0;
    }
}
