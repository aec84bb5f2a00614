package io.rapport.recommendation.placement;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;

/** A time back from now, ISO 8601: {@code P90D}, {@code P1Y}, {@code PT12H}; months and years are UTC calendar. */
public record Window(TemporalAmount length) {
    private static final Instant LONGEST = Instant.parse("0970-01-01T00:00:00Z");

    /** The window of that text; anything but a positive duration is an {@link IllegalArgumentException}. */
    public static Window of(String text) {
        try {
            boolean timed = text.contains("T");
            TemporalAmount length = timed ? Duration.parse(text) : Period.parse(text);
            Window window = new Window(length);
            Instant start = window.start(Instant.EPOCH);
            if (!start.isBefore(Instant.EPOCH) || start.isBefore(LONGEST)) {
                throw new IllegalArgumentException("not positive, or longer than a thousand years: " + text);
            }
            return window;
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("no duration: " + text, e);
        }
    }

    /** When it began. */
    public Instant start(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(length).toInstant();
    }
}
