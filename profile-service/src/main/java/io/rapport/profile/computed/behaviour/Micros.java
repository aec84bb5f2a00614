package io.rapport.profile.computed.behaviour;

import io.rapport.profile.condition.time.EpochMicros;
import java.time.Duration;
import java.time.Instant;

/** Times in microseconds since 1970; whole numbers add up the same in any order. */
final class Micros {
    /** Of nothing yet. */
    static final long NEVER = Long.MIN_VALUE;

    private static final long DAY = of(Duration.ofDays(1));

    private Micros() {}

    static long of(Instant at) {
        return EpochMicros.of(at);
    }

    static long of(Duration duration) {
        return duration.toSeconds() * 1_000_000;
    }

    /** Days since 1970, of UTC. */
    static int day(long micros) {
        return (int) Math.floorDiv(micros, DAY);
    }

    static double days(long micros) {
        return (double) micros / DAY;
    }

    static Instant instant(long micros) {
        return EpochMicros.instant(micros);
    }

    /** The moment as text, or now's where it is ahead of that, whatever a client's clock said. */
    static String text(long micros, Instant now) {
        Instant at = instant(micros);
        return (at.isAfter(now) ? now : at).toString();
    }
}
