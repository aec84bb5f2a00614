package io.rapport.events.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the timestamps that SDKs send: RFC 3339, and of ISO 8601 also what lacks the seconds, the colon of the offset, the
 * zone (then UTC) or the time (then midnight). By hand, for there is one in every event.
 */
public final class Timestamps {
    private static final int[] NANOS = {0, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};
    private static final int BAD = Integer.MIN_VALUE;

    private final String text;
    private int at;

    private Timestamps(String text) {
        this.text = text;
    }

    /** The instant, or null where the text is none. */
    public static @Nullable Instant parse(String text) {
        return new Timestamps(text.strip()).read();
    }

    private @Nullable Instant read() {
        int year = digits(4);
        int month = separated('-');
        int day = separated('-');
        if (year < 0 || month < 0 || day < 0) {
            return null;
        }
        try {
            long midnight = LocalDate.of(year, month, day).toEpochDay() * 86_400;
            return at == text.length() ? Instant.ofEpochSecond(midnight) : time(midnight);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Instant time(long midnight) {
        if ("Tt ".indexOf(text.charAt(at++)) < 0) {
            return null;
        }
        int hour = digits(2);
        int minute = separated(':');
        boolean withSeconds = at < text.length() && text.charAt(at) == ':';
        int second = withSeconds ? separated(':') : 0;
        int nanos = withSeconds ? fraction() : 0;
        int offset = offset();
        boolean good = in(hour, 23) && in(minute, 59) && in(second, 60) && nanos != BAD && offset != BAD;
        return good ? Instant.ofEpochSecond(midnight + hour * 3600L + minute * 60L + second - offset, nanos) : null;
    }

    private static boolean in(int value, int most) {
        return value >= 0 && value <= most;
    }

    private int fraction() {
        if (at >= text.length() || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
            return 0;
        }
        int start = ++at;
        long value = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            value = at - start < 9 ? value * 10 + text.charAt(at) - '0' : value;
            at++;
        }
        int digits = Math.min(at - start, 9);
        return digits == 0 ? BAD : (int) value * NANOS[digits];
    }

    /** Seconds east of UTC. */
    private int offset() {
        if (at == text.length()) {
            return 0;
        }
        char sign = text.charAt(at++);
        if (sign == 'Z' || sign == 'z') {
            return at == text.length() ? 0 : BAD;
        }
        int hours = digits(2);
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
        }
        int minutes = at == text.length() ? 0 : digits(2);
        boolean good = (sign == '+' || sign == '-') && in(hours, 18) && in(minutes, 59) && at == text.length();
        return good ? (sign == '+' ? 1 : -1) * (hours * 3600 + minutes * 60) : BAD;
    }

    private int separated(char separator) {
        return at < text.length() && text.charAt(at++) == separator ? digits(2) : -1;
    }

    private int digits(int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int end = at + count; at < end; at++) {
            if (!isDigit(text.charAt(at))) {
                return -1;
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
