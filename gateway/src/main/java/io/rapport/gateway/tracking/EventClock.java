package io.rapport.gateway.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened. A client's clock may be wrong, so Segment's formula (spec, common fields: timestamps) takes only
 * the difference of its readings: timestamp = receivedAt − (sentAt − originalTimestamp). History is taken at its word.
 */
final class EventClock {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Rejection TOO_FAR_AHEAD =
            new Rejection("timestamp-too-far-ahead", "The timestamp is more than a year ahead.", "/timestamp");
    private static final Rejection TOO_LONG_AGO =
            new Rejection("timestamp-out-of-range", "The timestamp is before the year 1.", "/timestamp");

    private final Instant receivedAt;
    private final Instant latest;
    private final @Nullable Instant sentAt;
    private final boolean history;

    /** @param sentAt the batch's, for events that have none of their own */
    EventClock(Instant receivedAt, @Nullable Instant sentAt, boolean history) {
        this.receivedAt = receivedAt;
        this.latest = receivedAt.atZone(ZoneOffset.UTC).plusYears(1).toInstant();
        this.sentAt = sentAt;
        this.history = history;
    }

    Instant timestamp(ScannedEvent event) {
        Instant sent = event.sentAt == null ? sentAt : event.sentAt;
        if (history || sent == null) {
            Instant said = first(event.timestamp, event.originalTimestamp);
            return said == null ? receivedAt : said;
        }
        Instant said = first(event.originalTimestamp, event.timestamp);
        return said == null ? receivedAt : receivedAt.minus(Duration.between(said, sent));
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : one;
    }

    /** Why no event can have happened then, or null. */
    @Nullable
    Rejection check(Instant timestamp) {
        if (timestamp.isAfter(latest)) {
            return TOO_FAR_AHEAD;
        }
        return timestamp.isBefore(EARLIEST) ? TOO_LONG_AGO : null;
    }
}
