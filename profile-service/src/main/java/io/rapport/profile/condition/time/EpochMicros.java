package io.rapport.profile.condition.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Moments as microseconds since 1970, as PostgreSQL keeps them, for every year that an event or a told date may have. {@code
 * ChronoUnit.between} counts nanoseconds on its way, of which a long holds those of 1677 to 2262.
 */
public final class EpochMicros {
    private static final long A_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private EpochMicros() {}

    public static long of(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), A_SECOND), at.getNano() / NANOS);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
