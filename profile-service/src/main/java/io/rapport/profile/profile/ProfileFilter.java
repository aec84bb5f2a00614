package io.rapport.profile.profile;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which profiles are listed.
 *
 * @param user only customers with a userId, or only visitors without one
 */
record ProfileFilter(
        @Nullable Boolean user,
        @Nullable Instant seenFrom,
        @Nullable Instant seenTo,
        @Nullable TraitFilter trait) {

    /** From a query's parameters; nonsense in one of them is a 400 that names it. */
    static ProfileFilter of(
            @Nullable String kind, @Nullable String seenFrom, @Nullable String seenTo, @Nullable String trait) {
        return new ProfileFilter(user(kind), moment("seenFrom", seenFrom), moment("seenTo", seenTo), trait(trait));
    }

    /** As the reactive client takes them. */
    String @Nullable [] traitTexts() {
        return trait == null ? null : trait.anyOf().toArray(String[]::new);
    }

    private static @Nullable Boolean user(@Nullable String kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "user" -> true;
            case "anonymous" -> false;
            default -> throw Problem.of(CommonProblem.INVALID_REQUEST, "kind is user or anonymous.");
        };
    }

    private static @Nullable Instant moment(String parameter, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, parameter + " must be an RFC 3339 time.");
        }
    }

    private static @Nullable TraitFilter trait(@Nullable String trait) {
        return trait == null
                ? null
                : TraitFilter.parse(trait)
                        .orElseThrow(() -> Problem.of(CommonProblem.INVALID_REQUEST, "trait must be name:value."));
    }
}
