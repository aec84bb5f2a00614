package io.rapport.events.rules;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What clients send as an identifier when they have none to send. It stands for nobody, whatever the type of the identifier,
 * for it would tie strangers together. A number is none: 7777777 is somebody's customer.
 */
public final class Placeholders {
    private static final Set<String> WORDS =
            Set.of("", "-1", "null", "(null)", "undefined", "anonymous", "unknown", "none", "nan", "[object object]");
    private static final int LONGEST_WORD =
            WORDS.stream().mapToInt(String::length).max().orElseThrow();

    private Placeholders() {}

    /** Whether an identifier is there and somebody's. Cheap for those that are, for every event has one. */
    public static boolean isSomebody(@Nullable String id) {
        return id != null && !isPlaceholder(id);
    }

    /** Case, and white space around it, do not matter. */
    public static boolean isPlaceholder(String id) {
        String value = id.strip();
        return isZeros(value) || (value.length() <= LONGEST_WORD && WORDS.contains(value.toLowerCase(Locale.ROOT)));
    }

    /** {@code 0}, {@code 0000}, the nil UUID. */
    private static boolean isZeros(String value) {
        int at = 0;
        while (at < value.length() && (value.charAt(at) == '0' || value.charAt(at) == '-')) {
            at++;
        }
        return at == value.length();
    }
}
