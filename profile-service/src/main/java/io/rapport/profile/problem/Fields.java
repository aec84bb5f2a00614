package io.rapport.profile.problem;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request's fields, so that one answer names all of it. */
public final class Fields {
    private final List<FieldError> errors = new ArrayList<>();

    /** The request's body, which a caller may have left out. */
    public static <T> T body(@Nullable T body) {
        if (body == null) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The request needs a JSON body.");
        }
        return body;
    }

    /** Whether a text is one that PostgreSQL and logs can take: no NUL, no other control characters. */
    public static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    /** A text that must be there, of at most so many characters. */
    public Fields text(String pointer, @Nullable String value, int most) {
        return check(value != null && !value.isBlank(), pointer, "This field is required.")
                .optional(pointer, value, most);
    }

    /** A text that may be missing. */
    public Fields optional(String pointer, @Nullable String value, int most) {
        return check(value == null || value.length() <= most, pointer, "At most " + most + " characters.")
                .check(value == null || isPlain(value), pointer, "Control characters are not allowed.");
    }

    public Fields required(String pointer, @Nullable Object value) {
        return check(value != null, pointer, "This field is required.");
    }

    /** Notes the fault unless {@code holds}. */
    public Fields check(boolean holds, String pointer, String detail) {
        if (!holds) {
            errors.add(new FieldError(pointer, detail));
        }
        return this;
    }

    /** Throws a 400 that names every fault noted; does nothing where there is none. */
    public void end() {
        if (!errors.isEmpty()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, errors.get(0).detail(), errors);
        }
    }
}
