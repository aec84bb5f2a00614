package io.rapport.profile.condition.state;

import java.time.Instant;
import java.util.Comparator;

/**
 * What one event leaves behind.
 *
 * @param micros its time, in microseconds since 1970: what the event store keeps
 * @param datum what the leaf needs of it besides: nothing, a decimal number, a digest, or the steps that it can be
 */
public record Mark(long micros, String datum) implements Comparable<Mark> {
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long NANOS_A_MICRO = 1_000;
    private static final Comparator<Mark> ORDER =
            Comparator.<Mark>comparingLong(Mark::micros).thenComparing(Mark::datum);

    public static Mark of(Instant at, String datum) {
        return new Mark(microsOf(at), datum);
    }

    /** Rounded down; for any year that can be written in four digits, which a nanosecond count could not hold. */
    static long microsOf(Instant at) {
        return at.getEpochSecond() * MICROS_A_SECOND + at.getNano() / NANOS_A_MICRO;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_A_SECOND), Math.floorMod(micros, MICROS_A_SECOND) * NANOS_A_MICRO);
    }

    public Instant at() {
        return instant(micros);
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
