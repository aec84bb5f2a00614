package io.rapport.profile.visitor;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps callers from waiting for a server that is away: after some failures in a row nobody tries for a while, then one
 * does, and a success lets everybody through again. Runs on system time.
 */
final class Circuit {
    private final int mostFailures;
    private final long pauseNanos;
    private final LongSupplier nanos;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextTry = new AtomicLong();

    Circuit(int mostFailures, Duration pause, LongSupplier nanos) {
        this.mostFailures = mostFailures;
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    /** Whether to try; while the circuit is open only one caller per pause is told so. */
    boolean allows() {
        if (failures.get() < mostFailures) {
            return true;
        }
        long next = nextTry.get();
        long now = nanos.getAsLong();
        return now - next >= 0 && nextTry.compareAndSet(next, now + pauseNanos);
    }

    void succeeded() {
        failures.set(0);
    }

    void failed() {
        if (failures.incrementAndGet() == mostFailures) {
            nextTry.set(nanos.getAsLong() + pauseNanos);
        }
    }
}
