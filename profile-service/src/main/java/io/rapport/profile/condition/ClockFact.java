package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.profile.condition.value.Moments;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A computed trait that follows from a told one and the clock. Nobody has to write it down every night: it is worked out
 * when asked for, and says when it changes next. Days are those of UTC; who is born on 29 February has their birthday on the
 * 28th in other years.
 */
public enum ClockFact {
    /** Full years since the trait {@code birthday}. */
    AGE("age") {
        @Override
        int mostTried() {
            return 1;
        }

        @Override
        JsonNode on(LocalDate day, LocalDate birthday) {
            long years = birthday.until(day, ChronoUnit.YEARS);
            boolean isLeapling = MonthDay.from(birthday).equals(MonthDay.of(2, 29));
            boolean isToday = isLeapling && birthday(birthday, day.getYear()).equals(day) && day.getDayOfMonth() == 28;
            return day.isBefore(birthday)
                    ? MissingNode.getInstance()
                    : IntNode.valueOf((int) years + (isToday ? 1 : 0));
        }

        @Override
        LocalDate changes(LocalDate day, LocalDate birthday) {
            return day.isBefore(birthday) ? birthday : day.plusDays(1).plusDays(daysUntil(day.plusDays(1), birthday));
        }
    },
    /** Days until the next anniversary of the trait {@code birthday}, 0 on the day itself. */
    DAYS_UNTIL_BIRTHDAY("daysUntilBirthday") {
        @Override
        int mostTried() {
            return 400;
        }

        @Override
        JsonNode on(LocalDate day, LocalDate birthday) {
            return IntNode.valueOf((int) daysUntil(day, birthday));
        }

        @Override
        LocalDate changes(LocalDate day, LocalDate birthday) {
            return day.plusDays(1);
        }
    };

    private static final TraitPath BIRTHDAY = TraitPath.parse("birthday").orElseThrow();

    private final String trait;

    ClockFact(String trait) {
        this.trait = trait;
    }

    /** The fact that a path names; null where it names none. */
    public static @Nullable ClockFact of(TraitPath path) {
        if (!path.root().equals(ProfileSubject.COMPUTED) || path.steps().size() != 2) {
            return null;
        }
        return Arrays.stream(values())
                .filter(fact -> fact.trait.equals(path.steps().get(1)))
                .findFirst()
                .orElse(null);
    }

    /** The told trait that a path follows from, if it is such a fact. */
    public static Optional<TraitPath> source(TraitPath path) {
        return Optional.ofNullable(of(path)).map(fact -> BIRTHDAY);
    }

    /** How many of its changes are looked through for one that matters: those of about a year. */
    abstract int mostTried();

    abstract JsonNode on(LocalDate day, LocalDate birthday);

    abstract LocalDate changes(LocalDate day, LocalDate birthday);

    JsonNode at(Subject subject, Instant now) {
        LocalDate birthday = Moments.day(subject.trait(BIRTHDAY));
        return birthday == null ? MissingNode.getInstance() : on(day(now), birthday);
    }

    /** The next moment at which it is another. */
    @Nullable
    Instant nextChange(Subject subject, Instant now) {
        LocalDate birthday = Moments.day(subject.trait(BIRTHDAY));
        return birthday == null
                ? null
                : changes(day(now), birthday).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static long daysUntil(LocalDate day, LocalDate birthday) {
        LocalDate next = birthday(birthday, day.getYear());
        return day.until(next.isBefore(day) ? birthday(birthday, day.getYear() + 1) : next, ChronoUnit.DAYS);
    }

    private static LocalDate birthday(LocalDate birthday, int year) {
        return MonthDay.from(birthday).atYear(year);
    }
}
