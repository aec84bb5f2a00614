package io.rapport.events.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What no store takes wherever it stands in a tree: NUL, half a character, too many levels, numbers out of range. */
public final class TreeValues {
    private TreeValues() {}

    /** The first thing of that kind, or null. */
    public static @Nullable Rejection check(JsonNode root) {
        return check(root, 1);
    }

    private static @Nullable Rejection check(JsonNode node, int level) {
        if (node.isTextual()) {
            return text(node.textValue());
        }
        if (node.isNumber()) {
            return number(node);
        }
        return node.isContainerNode() ? container(node, level) : null;
    }

    private static @Nullable Rejection container(JsonNode node, int level) {
        if (level > EventLimits.DEPTH) {
            return Rejection.TOO_DEEP;
        }
        Rejection found = names(node.fieldNames());
        for (Iterator<JsonNode> below = node.elements(); found == null && below.hasNext(); ) {
            found = check(below.next(), level + 1);
        }
        return found;
    }

    private static @Nullable Rejection names(Iterator<String> names) {
        Rejection found = null;
        while (found == null && names.hasNext()) {
            found = text(names.next());
        }
        return found;
    }

    private static @Nullable Rejection text(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == 0) {
                return Rejection.NUL;
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isSurrogatePair(unit, at + 1 < text.length() ? text.charAt(at + 1) : 0)) {
                    return Rejection.HALF_CHARACTER;
                }
                at++;
            }
        }
        return null;
    }

    /** As Jackson will write it, for that is what is sent or stored. */
    private static @Nullable Rejection number(JsonNode number) {
        char[] written = number.asText().toCharArray();
        return Numerals.outOfRange(written, 0, written.length, true) ? Rejection.NUMBER : null;
    }
}
