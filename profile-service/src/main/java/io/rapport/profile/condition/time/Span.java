package io.rapport.profile.condition.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 8601 duration on the UTC calendar: months first, where a month too short for the day gives its last day (as
 * {@link LocalDate#minusMonths} and PostgreSQL do), then the fixed part. A day is 24 hours, as it is in UTC.
 *
 * <p>{@code now − W} of a calendar month stands still over month ends: on 28 to 31 March, P1M ends on 28 February at the
 * same time of day. So an event of that day may leave a window at noon, be back at midnight, and leave again: this is what
 * "now−W &lt; t" says, and {@link #nextFlip} and {@link #floor} reckon with it.
 */
public record Span(int months, Duration fixed) {
    /** Longer windows would be no window at all. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    /** Of 365.25 days a year. */
    private static final long MINUTES_A_MONTH = 43_830;

    private static final Pattern ISO =
            Pattern.compile("P(?:(\\d{1,4})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,5})W)?(?:(\\d{1,5})D)?"
                    + "(?:T(?:(\\d{1,7})H)?(?:(\\d{1,9})M)?(?:(\\d{1,10}(?:\\.\\d{1,6})?)S)?)?");
    /** More than the days that clamping to a month's end can take off. */
    private static final int CLAMPED_DAYS = 4;

    /** The span that this text says; empty where it says none, nothing, or more than a century. */
    public static Optional<Span> parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches() || text.endsWith("T")) {
            return Optional.empty();
        }
        int months = (int) (number(iso, 1) * 12 + number(iso, 2));
        Duration fixed = Duration.ofDays(number(iso, 3) * 7 + number(iso, 4))
                .plusHours(number(iso, 5))
                .plusMinutes(number(iso, 6))
                .plus(iso.group(7) == null ? Duration.ZERO : Duration.parse("PT" + iso.group(7) + "S"));
        boolean isTooLong = fixed.plusMinutes(months * MINUTES_A_MONTH).compareTo(LONGEST) > 0;
        boolean isNothing = months == 0 && fixed.isZero();
        return isTooLong || isNothing ? Optional.empty() : Optional.of(new Span(months, fixed));
    }

    private static long number(Matcher iso, int group) {
        return iso.group(group) == null ? 0 : Long.parseLong(iso.group(group));
    }

    /** {@code now − W}: the moment that is the first no longer within. */
    public Instant before(Instant now) {
        return months == 0
                ? now.minus(fixed)
                : instant(utc(now).minusMonths(months)).minus(fixed);
    }

    /** {@code t + W}. */
    public Instant after(Instant start) {
        return months == 0
                ? start.plus(fixed)
                : instant(utc(start).plusMonths(months)).plus(fixed);
    }

    /** The earliest that {@link #before} can be at this moment or any later one: what lies before it never counts again. */
    public Instant floor(Instant now) {
        Instant start = before(now);
        if (months == 0) {
            return start;
        }
        Instant atMidnight = before(instant(utc(now).toLocalDate().plusDays(1).atStartOfDay()));
        return atMidnight.isBefore(start) ? atMidnight : start;
    }

    /** The next moment after {@code now} at which "{@code before(now) < t}" changes, for a t that is not ahead of now. */
    public @Nullable Instant nextFlip(Instant event, Instant now) {
        if (months == 0) {
            Instant leaves = event.plus(fixed);
            return leaves.isAfter(now) ? leaves : null;
        }
        LocalDateTime edge = utc(event.plus(fixed));
        LocalDateTime today = utc(now);
        return before(now).isBefore(event) ? leaves(edge, today) : comesBack(edge, today);
    }

    private Instant leaves(LocalDateTime edge, LocalDateTime now) {
        LocalDate day = now.toLocalDate();
        if (isOn(day, edge) && now.toLocalTime().isBefore(edge.toLocalTime())) {
            return instant(day.atTime(edge.toLocalTime()));
        }
        LocalDate next = edge.toLocalDate().plusMonths(months).minusDays(CLAMPED_DAYS);
        next = next.isAfter(day) ? next : day.plusDays(1);
        while (next.minusMonths(months).isBefore(edge.toLocalDate())) {
            next = next.plusDays(1);
        }
        return instant(isOn(next, edge) ? next.atTime(edge.toLocalTime()) : next.atStartOfDay());
    }

    private @Nullable Instant comesBack(LocalDateTime edge, LocalDateTime now) {
        LocalDate tomorrow = now.toLocalDate().plusDays(1);
        boolean isBefore = tomorrow.atStartOfDay().minusMonths(months).isBefore(edge);
        return isBefore ? instant(tomorrow.atStartOfDay()) : null;
    }

    private boolean isOn(LocalDate day, LocalDateTime edge) {
        return day.minusMonths(months).equals(edge.toLocalDate());
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime at) {
        return at.toInstant(ZoneOffset.UTC);
    }

    /** The same text for the same span, however it was written. */
    @Override
    public String toString() {
        String calendar = months == 0 ? "P" : "P" + months + "M";
        long days = fixed.toDays();
        Duration rest = fixed.minusDays(days);
        return calendar
                + (days == 0 ? "" : days + "D")
                + (rest.isZero() ? "" : rest.toString().substring(1));
    }
}
