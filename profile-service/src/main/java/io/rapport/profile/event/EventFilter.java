package io.rapport.profile.event;

import io.rapport.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a profile are asked for.
 *
 * @param from at or after
 * @param to before
 */
public record EventFilter(@Nullable String name, Instant from, Instant to) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** From a query's parameters; what is no RFC 3339 time is a 400. */
    public static EventFilter of(@Nullable String name, @Nullable String from, @Nullable String to) {
        return new EventFilter(name, moment("from", from, FIRST), moment("to", to, LAST));
    }

    private static Instant moment(String parameter, @Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("/" + parameter, parameter + " must be an RFC 3339 time.");
        }
    }
}
