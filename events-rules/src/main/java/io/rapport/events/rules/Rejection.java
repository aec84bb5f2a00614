package io.rapport.events.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why an event is not valid.
 *
 * @param reason machine-readable, kebab-case
 * @param detail one sentence for a person
 * @param pointer JSON pointer of the bad field in the event, or null
 */
public record Rejection(
        String reason, String detail, @Nullable String pointer) {
    public static final Rejection NOT_AN_OBJECT =
            new Rejection("not-an-object", "An event must be a JSON object.", null);
    public static final Rejection NUL =
            new Rejection("nul-character", "A NUL character stands in the event, and no store takes it.", null);
    public static final Rejection HALF_CHARACTER =
            new Rejection("half-character", "Half a character (an unpaired surrogate) stands in the event.", null);
    public static final Rejection TOO_DEEP =
            new Rejection("too-deep", "Objects and arrays may be " + EventLimits.DEPTH + " levels deep at most.", null);
    public static final Rejection NUMBER = new Rejection(
            "number-out-of-range", "A number has more digits or a larger exponent than can be stored.", null);
    public static final Rejection UNKNOWN_TYPE = new Rejection(
            "unknown-type", "The field type must be track, identify, page, screen, group or alias.", "/type");
    public static final Rejection NOBODY =
            new Rejection("missing-user-id", "An event needs a userId or an anonymousId.", "/userId");
    public static final Rejection NEGATIVE_PRICE =
            new Rejection("negative-price", "A price may not be negative.", "/properties/price");
    public static final Rejection NEGATIVE_PRODUCT_PRICE =
            new Rejection("negative-price", "A product's price may not be negative.", "/properties/products");
    public static final Rejection TOO_FAR_AHEAD =
            new Rejection("timestamp-too-far-ahead", "The timestamp is more than a year ahead.", "/timestamp");
    public static final Rejection TOO_LONG_AGO =
            new Rejection("timestamp-out-of-range", "The timestamp is before the year 1.", "/timestamp");

    public static Rejection missing(String field) {
        return new Rejection("missing-" + kebab(field), "The field " + field + " is missing.", "/" + field);
    }

    public static Rejection wrongType(String field, String expected) {
        return new Rejection(
                "invalid-" + kebab(field), "The field " + field + " must be " + expected + ".", "/" + field);
    }

    public static Rejection tooLong(String field, int most) {
        return new Rejection(
                "too-long-" + kebab(field),
                "The field " + field + " may have " + most + " characters at most.",
                "/" + field);
    }

    private static String kebab(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
