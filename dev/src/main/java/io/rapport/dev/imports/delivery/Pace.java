package io.rapport.dev.imports.delivery;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets so many records a second pass. */
public final class Pace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long CATCH_UP = SECOND / 10;

    private final long step;
    private long next = System.nanoTime();

    private Pace(long step) {
        this.step = step;
    }

    public static Pace of(OptionalLong perSecond) {
        return new Pace(perSecond.isPresent() ? SECOND / perSecond.getAsLong() : 0);
    }

    /** Returns when the next record may go; time that was not used is caught up for a tenth of a second at most. */
    void step() {
        if (step == 0) {
            return;
        }
        long now = System.nanoTime();
        next = Math.max(next + step, now - CATCH_UP);
        while (next - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
