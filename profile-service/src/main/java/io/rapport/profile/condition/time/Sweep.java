package io.rapport.profile.condition.time;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an answer changes by trying the moments at which it might, one after the other. After some that change nothing
 * it gives up and names the last one tried: too early, never too late, and in bounded time.
 */
public final class Sweep {
    private Sweep() {}

    /**
     * Looks for the next change.
     *
     * @param most how many moments are tried
     * @param answer what is asked, for any moment
     * @param next the next moment after another at which the answer might change; null if there is none
     */
    public static @Nullable Instant nextChange(
            Instant now, int most, Predicate<Instant> answer, Function<Instant, @Nullable Instant> next) {
        Instant at = next.apply(now);
        boolean present = at != null && answer.test(now);
        for (int i = 1; i < most && at != null && answer.test(at) == present; i++) {
            at = next.apply(at);
        }
        return at;
    }

    /** The earlier of two moments; null is never. */
    public static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
