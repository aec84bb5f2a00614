package io.rapport.profile.rejected;

import io.rapport.profile.erasure.ErasedPerson;
import java.util.List;

/** Finds events that name a person, by regular expressions of PostgreSQL over their JSON text. */
final class Mentions {
    private static final String FIELDS =
            "(userId|user_id|anonymousId|anonymous_id|previousId|email|phone|deviceId|device_id|id)";
    private static final String SPECIAL = "\\.^$|?*+()[]{}";

    private Mentions() {}

    /** One pattern an identifier: a field that may hold one, with this value, as text or number, in any case. */
    static String[] patterns(List<ErasedPerson.Identifier> identifiers) {
        return identifiers.stream()
                .map(identifier -> pattern(identifier.value()))
                .toArray(String[]::new);
    }

    private static String pattern(String value) {
        return "(?i)\"%s\"\\s*:\\s*(\"%s\"|%s\\s*[,}])".formatted(FIELDS, escaped(json(value)), escaped(value));
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
