package io.rapport.profile.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long events are kept.
 *
 * @param byName by the event's name
 * @param others of names that are not among those; null for ever
 */
record RetentionRules(Map<String, Period> byName, @Nullable Period others) {
    private static final String OTHERS = "*";

    /** From lines such as {@code Product Viewed=P90D}; a line that says nothing of the kind is refused at the start. */
    static RetentionRules of(List<String> lines) {
        Map<String, Period> byName = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.lastIndexOf('=');
            String name = line.substring(0, Math.max(equals, 0)).strip();
            if (name.isEmpty() || byName.put(name, period(line, line.substring(equals + 1))) != null) {
                throw refused(line, null);
            }
        }
        Period others = byName.remove(OTHERS);
        return new RetentionRules(byName, others);
    }

    private static Period period(String line, String text) {
        try {
            Period period = Period.parse(text.strip());
            if (period.isNegative() || period.isZero()) {
                throw refused(line, null);
            }
            return period;
        } catch (DateTimeException e) {
            throw refused(line, e);
        }
    }

    private static IllegalArgumentException refused(String line, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "rapport.events.retention: '" + line + "' is not of the form Product Viewed=P90D, each name once",
                cause);
    }

    boolean isEmpty() {
        return byName.isEmpty() && others == null;
    }

    Cutoffs at(Instant now) {
        Map<String, Instant> cutoffs = new LinkedHashMap<>();
        byName.forEach((name, period) -> cutoffs.put(name, before(now, period)));
        return new Cutoffs(cutoffs, others == null ? null : before(now, others));
    }

    private static Instant before(Instant now, Period period) {
        return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }

    /** The moments before which events go. */
    record Cutoffs(Map<String, Instant> byName, @Nullable Instant others) {
        Stream<Instant> all() {
            return Stream.concat(byName.values().stream(), Stream.ofNullable(others));
        }

        /** Nothing goes that is not before this. */
        Instant latest() {
            return all().max(Instant::compareTo).orElse(Instant.MIN);
        }

        /** All goes that is before this, whatever its name; null where some names are kept for good. */
        @Nullable
        Instant ofAll() {
            return others == null ? null : all().min(Instant::compareTo).orElse(null);
        }
    }
}
