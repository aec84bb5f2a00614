package io.rapport.events.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened. A client's clock may be wrong, so Segment's formula (spec, common fields: timestamps) takes only
 * the difference of its readings: timestamp = receivedAt − (sentAt − originalTimestamp). History is taken at its word.
 */
public final class EventClock {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final Instant receivedAt;
    private final Instant latest;
    private final boolean history;

    /** @param now when the event is looked at, which is later than {@code receivedAt} for one that is replayed */
    public EventClock(Instant receivedAt, Instant now, boolean history) {
        this.receivedAt = receivedAt;
        this.latest = now.atZone(ZoneOffset.UTC).plusYears(1).toInstant();
        this.history = history;
    }

    /** From what the event says itself, null where it says nothing. */
    public Instant timestamp(
            @Nullable Instant timestamp, @Nullable Instant originalTimestamp, @Nullable Instant sentAt) {
        if (history || sentAt == null) {
            Instant said = first(timestamp, originalTimestamp);
            return said == null ? receivedAt : said;
        }
        Instant said = first(originalTimestamp, timestamp);
        return said == null ? receivedAt : receivedAt.minus(Duration.between(said, sentAt));
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : one;
    }

    /** Why no event can have happened then, or null. */
    public @Nullable Rejection check(Instant timestamp) {
        if (timestamp.isAfter(latest)) {
            return Rejection.TOO_FAR_AHEAD;
        }
        return timestamp.isBefore(EARLIEST) ? Rejection.TOO_LONG_AGO : null;
    }
}
