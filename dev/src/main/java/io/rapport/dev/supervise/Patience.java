package io.rapport.dev.supervise;

import java.time.Duration;

/**
 * What a supervisor puts up with.
 *
 * @param start how long a process may take until it is ready for the first time
 * @param failedStarts how often it may end by itself before that
 * @param steady after being ready for so long, an end counts as the first one again
 * @param restart how long restarts wait
 */
public record Patience(Duration start, int failedStarts, Duration steady, Backoff restart) {
    public static Patience usual() {
        Backoff restart = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
        return new Patience(Duration.ofMinutes(4), 3, Duration.ofMinutes(1), restart);
    }
}
