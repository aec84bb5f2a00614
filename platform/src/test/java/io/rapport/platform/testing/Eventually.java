package io.rapport.platform.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits for what happens in other threads and processes, by looking again and again until a deadline. */
public final class Eventually {
    private static final Duration STEP = Duration.ofMillis(20);

    private Eventually() {}

    /** Returns as soon as the condition holds; an {@link AssertionError} if it does not in time. */
    public static void within(Duration deadline, BooleanSupplier condition) {
        passes(deadline, () -> {
            if (!condition.getAsBoolean()) {
                throw new AssertionError("The condition did not hold within " + deadline);
            }
        });
    }

    /** Returns as soon as the assertions pass; what the last attempt threw if they do not in time. */
    public static void passes(Duration deadline, Runnable assertions) {
        long end = System.nanoTime() + deadline.toNanos();
        Throwable last = attempt(assertions);
        while (last != null && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
            last = attempt(assertions);
        }
        if (last != null) {
            throw new AssertionError("Not within " + deadline + ": " + last.getMessage(), last);
        }
    }

    private static @Nullable Throwable attempt(Runnable assertions) {
        try {
            assertions.run();
            return null;
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }
}
