package io.rapport.profile.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When an event happened, corrected for the sender's clock (Segment's spec, common fields): received − (sent − happened). */
final class EventTime {
    private EventTime() {}

    static Instant of(JsonNode event, Instant receivedAt, Instant now) throws Fault {
        Instant original = instant(event, "originalTimestamp");
        Instant happened = original == null ? instant(event, "timestamp") : original;
        Instant sent = instant(event, "sentAt");
        Instant at = happened == null ? receivedAt : happened;
        if (happened != null && sent != null) {
            at = receivedAt.minus(Duration.between(happened, sent));
        }
        Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        ReplayCheck.require(!at.isAfter(latest), "/timestamp", "It lies more than a year ahead.");
        return at;
    }

    private static @Nullable Instant instant(JsonNode event, String field) throws Fault {
        String text = ReplayCheck.text(event, field);
        try {
            return text == null ? null : parsed(text.strip());
        } catch (DateTimeException e) {
            throw new Fault("/" + field, "This is not an RFC 3339 time.");
        }
    }

    /** Without a zone it is UTC, without a time midnight, as at the gateway. */
    private static Instant parsed(String text) {
        if (text.length() == "2026-01-01".length()) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                        instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
