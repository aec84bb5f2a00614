package io.rapport.recommendation.interaction;

import java.nio.charset.StandardCharsets;

/**
 * Tells by a look at the bytes which events are not worth parsing. It may take one too many, and none too few: an event
 * resolved from a visitor's call concerns this service only if it has the name of an interaction in it.
 */
final class Relevance {
    private static final byte[] RESOLVED = bytes("\"event-resolved\"");
    private static final byte[] PRODUCT = bytes("\"Product ");
    private static final byte[] ORDER = bytes("\"Order Completed\"");

    private Relevance() {}

    static boolean mayConcern(byte[] event) {
        return !holds(event, RESOLVED) || holds(event, PRODUCT) || holds(event, ORDER);
    }

    private static boolean holds(byte[] text, byte[] word) {
        byte first = word[0];
        int last = text.length - word.length;
        for (int i = 0; i <= last; i++) {
            if (text[i] == first && matches(text, i, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] text, int at, byte[] word) {
        for (int i = 1; i < word.length; i++) {
            if (text[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
