package io.rapport.profile.identity;

import io.rapport.events.rules.EventLimits;
import io.rapport.events.rules.Placeholders;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normal forms. What stands for nobody, and how long an identifier may be, is the same for whoever takes an event
 * ({@link Placeholders}, {@link EventLimits#ID_CHARS}), so that nothing is acknowledged that finds no profile here.
 */
public final class IdentifierRules {
    private static final Pattern ONE_DIGIT_OVER_AND_OVER = Pattern.compile("(\\d)\\1{6,}");

    private IdentifierRules() {}

    /**
     * The identifier that a text stands for, or empty where it stands for nobody.
     *
     * @param country ISO 3166 alpha-2, how a phone number without a country code is read; or null
     */
    public static Optional<Identifier> normalise(IdentifierType type, @Nullable String text, @Nullable String country) {
        if (text == null || text.length() > 4 * EventLimits.ID_CHARS) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        if (Placeholders.isPlaceholder(trimmed)) {
            return Optional.empty();
        }
        Optional<String> value = switch (type) {
            case EMAIL -> email(trimmed);
            case PHONE -> phone(trimmed, country);
            case USER_ID, DEVICE_ID, ANONYMOUS_ID -> Optional.of(trimmed);
        };
        return value.filter(IdentifierRules::fits).map(normal -> new Identifier(type, normal));
    }

    /** The same digit seven times is a fine userId; of a phone it is what people type who do not tell theirs. */
    private static Optional<String> phone(String text, @Nullable String country) {
        return ONE_DIGIT_OVER_AND_OVER.matcher(text).matches() ? Optional.empty() : PhoneNumbers.e164(text, country);
    }

    private static Optional<String> email(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = normal.lastIndexOf('@');
        boolean isAddress = at > 0 && at < normal.length() - 1 && normal.chars().noneMatch(Character::isWhitespace);
        return isAddress ? Optional.of(normal) : Optional.empty();
    }

    /** PostgreSQL takes no NUL and no half of a surrogate pair, which would come back as another text. */
    private static boolean fits(String value) {
        return value.length() <= EventLimits.ID_CHARS
                && value.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(value);
    }
}
