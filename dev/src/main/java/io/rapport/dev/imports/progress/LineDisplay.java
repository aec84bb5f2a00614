package io.rapport.dev.imports.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A plain line every few seconds, for a log. */
public final class LineDisplay implements Display {
    private static final long EVERY = Duration.ofSeconds(5).toNanos();
    private static final double SECOND = 1e9;

    private final PrintWriter out;
    private final LongSupplier nanos;
    private String name = "";
    private long most;
    private long begun;
    private long told;

    public LineDisplay(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    @Override
    public void begin(String newName, long newMost, String unit) {
        name = newName;
        most = newMost;
        begun = nanos.getAsLong();
        told = begun;
    }

    @Override
    public void at(long position, String note) {
        long now = nanos.getAsLong();
        if (now - told >= EVERY) {
            told = now;
            out.printf(Locale.ROOT, "%s %3d%% · %s%s%n", name, percent(position), note, left(position, now));
            out.flush();
        }
    }

    private long percent(long position) {
        return most == 0 ? 100 : Math.min(100, position * 100 / most);
    }

    private String left(long position, long now) {
        if (position == 0 || position >= most) {
            return "";
        }
        double seconds = (now - begun) / SECOND * (most - position) / position;
        return " · about " + Spans.text(Duration.ofSeconds(Math.round(seconds))) + " left";
    }

    @Override
    public void close() {}
}
