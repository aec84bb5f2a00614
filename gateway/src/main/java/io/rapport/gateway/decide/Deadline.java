package io.rapport.gateway.decide;

import java.time.Duration;

/**
 * When a page's answer is due, whoever was late before: a slow visitor leaves the parts less time, not the page more.
 *
 * @param atNanos by {@link System#nanoTime}
 */
record Deadline(long atNanos) {
    private static final Duration LEAST = Duration.ofMillis(1);

    static Deadline in(Duration time, long nowNanos) {
        return new Deadline(nowNanos + time.toNanos());
    }

    /** The time for one step that may take {@code most}: what is left, if that is less. */
    Duration left(Duration most, long nowNanos) {
        Duration left = Duration.ofNanos(atNanos - nowNanos);
        if (left.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return left.compareTo(most) < 0 ? left : most;
    }
}
