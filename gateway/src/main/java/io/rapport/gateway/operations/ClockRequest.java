package io.rapport.gateway.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.rapport.events.EventsJson;
import io.rapport.platform.problem.JsonProblems;
import io.rapport.platform.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where time shall be: {@code at} an instant, or {@code advance}d by a duration from what it is. */
@RegisterForReflection
record ClockRequest(
        @JsonProperty("at") @Nullable Instant at,
        @JsonProperty("advance") @Nullable Duration advance) {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final ObjectReader JSON = EventsJson.mapper()
            .readerFor(ClockRequest.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static ClockRequest read(byte[] body) {
        try {
            ClockRequest request = JSON.readValue(body);
            if (request == null || (request.at == null) == (request.advance == null)) {
                throw Problem.invalid("", "The body must have either at or advance.");
            }
            return request;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant from(Instant now) {
        if (at != null) {
            return checked(at, "/at");
        }
        Duration most = Duration.between(EARLIEST, LATEST);
        if (advance.abs().compareTo(most) > 0) {
            throw outOfRange("/advance");
        }
        return checked(now.plus(advance), "/advance");
    }

    private static Instant checked(Instant target, String pointer) {
        if (target.isBefore(EARLIEST) || target.isAfter(LATEST)) {
            throw outOfRange(pointer);
        }
        return target;
    }

    private static Problem outOfRange(String pointer) {
        return Problem.invalid(pointer, "Time goes from 1970 to 9000.");
    }
}
