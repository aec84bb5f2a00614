package io.rapport.dev.imports;

import io.rapport.dev.imports.progress.Counts;
import io.rapport.dev.imports.progress.Display;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells the display how far the work is, as often as anybody can read it. */
final class Watch {
    private static final long EVERY = Duration.ofMillis(200).toNanos();
    private static final int LOOK_EVERY = 64;
    private static final double SECOND = 1e9;

    private final Display display;
    private final Counts counts;
    private final long begunAt = System.nanoTime();
    private LongSupplier position = () -> 0;
    private long toldAt;
    private int ticks;

    Watch(Display display, Counts counts) {
        this.display = display;
        this.counts = counts;
    }

    void begin(String name, long most, String unit, LongSupplier newPosition) {
        position = newPosition;
        display.begin(name, most, unit);
    }

    void tick() {
        ticks++;
        if (ticks % LOOK_EVERY == 0 && System.nanoTime() - toldAt > EVERY) {
            toldAt = System.nanoTime();
            display.at(position.getAsLong(), note());
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begunAt);
    }

    private String note() {
        long rows = counts.rows.sum();
        double seconds = (System.nanoTime() - begunAt) / SECOND;
        return String.format(
                Locale.ROOT,
                "%,d rows · %,.0f rows/s · %,d sent · %,d rejected",
                rows,
                rows / Math.max(seconds, 1e-3),
                counts.taken.sum(),
                counts.rejected.sum() + counts.refused.sum());
    }
}
