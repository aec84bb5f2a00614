package io.rapport.gateway.tracking;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why an event is not valid.
 *
 * @param reason machine-readable, kebab-case
 * @param detail one sentence for a person
 * @param pointer JSON pointer of the bad field in the event, or null
 */
record Rejection(String reason, String detail, @Nullable String pointer) {
    static Rejection missing(String field) {
        return new Rejection("missing-" + kebab(field), "The field " + field + " is missing.", "/" + field);
    }

    static Rejection wrongType(String field, String expected) {
        return new Rejection(
                "invalid-" + kebab(field), "The field " + field + " must be " + expected + ".", "/" + field);
    }

    static Rejection tooLong(String field, int most) {
        return new Rejection(
                "too-long-" + kebab(field),
                "The field " + field + " may have " + most + " characters at most.",
                "/" + field);
    }

    private static String kebab(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
