package io.rapport.profile.erasure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds what names a person, by regular expressions of PostgreSQL: over JSON text, or over the bytes of records in the form
 * that {@code encode(bytes, 'escape')} gives them, which no bytes can make fail.
 */
public final class Mentions {
    private static final String FIELDS =
            "(userId|user_id|anonymousId|anonymous_id|previousId|email|phone|deviceId|device_id|id)";
    private static final String SPECIAL = "\\.^$|?*+()[]{}";

    private Mentions() {}

    /** One pattern an identifier: a field that may hold one, with this value, as text or number, in any case. */
    public static String[] patterns(List<ErasedPerson.Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> pattern(identifier.value()))
                .toArray(String[]::new);
    }

    private static String pattern(String value) {
        return "(?i)\"%s\"\\s*:\\s*(\"%s\"|%s\\s*[,}])".formatted(FIELDS, escaped(json(value)), escaped(value));
    }

    /** The same over bytes, also where the JSON stands as a text in other JSON; and a pattern for each profile id. */
    public static String[] patternsOfBytes(ErasedPerson person) {
        return Stream.concat(
                        person.profileIds().stream().map(UUID::toString),
                        person.identifiers().stream().map(identifier -> patternOfBytes(identifier.value())))
                .toArray(String[]::new);
    }

    private static String patternOfBytes(String value) {
        return "(?i)\"%s[\\\\]*\"\\s*:\\s*([\\\\]*\"%s[\\\\]*\"|%s\\s*[,}])"
                .formatted(FIELDS, escaped(bytes(json(value))), escaped(bytes(value)));
    }

    /** PostgreSQL's escape format: octal beyond ASCII, and backslashes doubled. */
    private static String bytes(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            if (each <= 0) {
                escaped.append("\\%03o".formatted(each & 0xff));
            } else if (each == '\\') {
                escaped.append("\\\\");
            } else {
                escaped.append((char) each);
            }
        }
        return escaped.toString();
    }

    private static String json(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.codePoints().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(character);
        });
        return escaped.toString();
    }
}
