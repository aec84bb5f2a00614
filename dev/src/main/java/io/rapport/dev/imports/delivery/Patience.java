package io.rapport.dev.imports.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a request is sent again: exponential with full jitter (Brooker, Exponential Backoff and Jitter, AWS
 * Architecture Blog, 2015), never less than the server asks for.
 *
 * @param giveUpAfter how long the same batch is tried
 */
public record Patience(Duration first, Duration longest, Duration giveUpAfter, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;

    public static Patience of(Duration giveUpAfter, RandomGenerator random) {
        return new Patience(Duration.ofMillis(200), Duration.ofSeconds(20), giveUpAfter, random);
    }

    /** @param attempt 0 after the first fault */
    Duration before(int attempt, Optional<Duration> asked) {
        long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, MOST_DOUBLINGS));
        long jitter = random.nextLong(Math.max(1, ceiling));
        return Duration.ofMillis(asked.orElse(Duration.ZERO).toMillis() + jitter);
    }
}
