package io.rapport.profile.rejected;

import io.rapport.platform.problem.Problem;
import io.rapport.profile.problem.Fields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which refused events; what is null lets all of them through.
 *
 * @param from received at that moment or later
 * @param to received before that moment
 */
record RejectedFilter(
        @Nullable @Schema(examples = "missing-event-name") String reason,
        @Nullable @Schema(description = "A source's id") String source,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final RejectedFilter ALL = new RejectedFilter(null, null, null, null);

    static RejectedFilter of(
            @Nullable String reason, @Nullable String source, @Nullable String from, @Nullable String to) {
        return new RejectedFilter(reason, source, instant(from, "from"), instant(to, "to")).validated();
    }

    RejectedFilter validated() {
        new Fields()
                .optional("/reason", reason, 200)
                .optional("/source", source, 200)
                .end();
        return this;
    }

    private static @Nullable Instant instant(@Nullable String text, String name) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("/" + name, "'" + name + "' must be an RFC 3339 time in UTC.");
        }
    }
}
