package io.rapport.profile.identity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normal forms, and the values that clients send when they have none to send, which must never tie people together. */
public final class IdentifierRules {
    static final int LONGEST = 255;
    private static final Set<String> BLOCKED =
            Set.of("", "-1", "null", "(null)", "undefined", "anonymous", "unknown", "none", "nan", "[object object]");
    private static final Pattern ZEROS = Pattern.compile("[0\\-]+");
    private static final Pattern ONE_DIGIT_OVER_AND_OVER = Pattern.compile("(\\d)\\1{6,}");

    private IdentifierRules() {}

    /**
     * The identifier that a text stands for, or empty where it stands for nobody.
     *
     * @param country ISO 3166 alpha-2, how a phone number without a country code is read; or null
     */
    public static Optional<Identifier> normalise(IdentifierType type, @Nullable String text, @Nullable String country) {
        if (text == null || text.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        if (isBlocked(trimmed)) {
            return Optional.empty();
        }
        Optional<String> value = switch (type) {
            case EMAIL -> email(trimmed);
            case PHONE -> PhoneNumbers.e164(trimmed, country);
            case USER_ID, DEVICE_ID, ANONYMOUS_ID -> Optional.of(trimmed);
        };
        return value.filter(IdentifierRules::fits).map(normal -> new Identifier(type, normal));
    }

    /** A single digit is a fine userId; the same one seven times is somebody's placeholder. */
    static boolean isBlocked(String value) {
        return BLOCKED.contains(value.toLowerCase(Locale.ROOT))
                || ZEROS.matcher(value).matches()
                || ONE_DIGIT_OVER_AND_OVER.matcher(value).matches();
    }

    private static Optional<String> email(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = normal.lastIndexOf('@');
        boolean isAddress = at > 0 && at < normal.length() - 1 && normal.chars().noneMatch(Character::isWhitespace);
        return isAddress ? Optional.of(normal) : Optional.empty();
    }

    /** PostgreSQL takes no NUL and no half of a surrogate pair, which would come back as another text. */
    private static boolean fits(String value) {
        return value.length() <= LONGEST
                && value.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }
}
