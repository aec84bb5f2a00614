package io.rapport.profile.login;

import io.rapport.profile.access.AccessConfig;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Logins under one user name that have not succeeded, each counted before its password is looked at, so that many at once
 * are no more guesses than one after the other.
 *
 * @param waitsUntil no further attempt before, or null
 */
record Attempts(int failures, @Nullable Instant waitsUntil, Instant lastAt) {
    /** After so long a rest it starts from nothing. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 20;

    static Attempts none(Instant now) {
        return new Attempts(0, null, now);
    }

    /** How long to wait before the next attempt; zero: go on. */
    Duration wait(Instant now) {
        return waitsUntil == null || !waitsUntil.isAfter(now) ? Duration.ZERO : Duration.between(now, waitsUntil);
    }

    Attempts next(Instant now, AccessConfig.Login config) {
        boolean rested = lastAt.plus(FORGOTTEN_AFTER).isBefore(now);
        int count = rested ? 1 : failures + 1;
        return new Attempts(count, count < config.freeAttempts() ? null : now.plus(wait(count, config)), now);
    }

    private static Duration wait(int count, AccessConfig.Login config) {
        int doublings = Math.min(count - config.freeAttempts(), MOST_DOUBLINGS);
        Duration wait = config.firstWait().multipliedBy(1L << doublings);
        return wait.compareTo(config.longestWait()) < 0 ? wait : config.longestWait();
    }
}
