package io.rapport.profile.condition.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Timestamps of RFC 3339, and dates alone, which are their first moment in UTC; to the microsecond. */
public final class Moments {
    private static final int DATE_LENGTH = 10;
    private static final int LONGEST = 40;

    private Moments() {}

    public static @Nullable Instant of(JsonNode node) {
        return node.isTextual() ? parse(node.textValue()) : null;
    }

    public static @Nullable Instant parse(String text) {
        if (!mayBeDate(text)) {
            return null;
        }
        try {
            return text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day that a date or timestamp names, in its own offset. */
    public static @Nullable LocalDate day(JsonNode node) {
        return of(node) == null ? null : LocalDate.parse(node.textValue().substring(0, DATE_LENGTH));
    }

    private static boolean mayBeDate(String text) {
        return text.length() >= DATE_LENGTH
                && text.length() <= LONGEST
                && Character.isDigit(text.charAt(0))
                && text.charAt(4) == '-'
                && text.charAt(7) == '-';
    }
}
