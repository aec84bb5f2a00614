package io.rapport.benchmarks.segments;

import java.util.Map;

/**
 * What some events cost with so many segments.
 *
 * @param fedSeconds how long they came in
 * @param tookSeconds until the last of them was handled and all that it led to announced
 * @param behind how many were not handled yet when the last one came in
 * @param micros CPU of each process, the generator's among them, per event
 */
record Phase(
        int segments, long events, double fedSeconds, double tookSeconds, long behind, Map<String, Double> micros) {
    double perSecond() {
        return events / tookSeconds;
    }

    /** Of the service and of its database, which work for segments. */
    double microsOfSegments() {
        return micros.get(House.SERVICE) + micros.get(House.DATABASE);
    }

    double microsOfAll() {
        return micros.values().stream().mapToDouble(each -> each).sum();
    }
}
