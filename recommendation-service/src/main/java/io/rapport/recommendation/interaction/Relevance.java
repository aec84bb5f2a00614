package io.rapport.recommendation.interaction;

import io.rapport.events.EventResolved;
import io.rapport.events.EventsJson;
import io.rapport.events.ProfileEvent;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Tells by a look at the bytes which events are not worth parsing: most of what visitors do is not about a product. It may
 * take one too many, and none too few; bytes that do not begin as {@link EventsJson} writes them are parsed to be sure.
 */
final class Relevance {
    private static final byte[] RESOLVED = bytes("{\"kind\":\"event-resolved\"");
    private static final byte[] KIND = bytes("{\"kind\":\"");
    private static final byte[] PRODUCT = bytes("\"Product ");
    private static final byte[] ORDER = bytes("\"Order ");

    private Relevance() {}

    /** Whether this is a visitor's event, and not one of what happened to a profile. */
    static boolean isResolved(byte[] event) {
        if (matches(event, 0, RESOLVED)) {
            return true;
        }
        return !matches(event, 0, KIND) && isResolvedOnceRead(event);
    }

    /** What cannot be read is for whoever sets it aside. */
    private static boolean isResolvedOnceRead(byte[] event) {
        try {
            return EventsJson.read(event, ProfileEvent.class) instanceof EventResolved;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the event may change anything in this service. */
    static boolean mayConcern(byte[] event) {
        return !matches(event, 0, RESOLVED) || holds(event, PRODUCT) || holds(event, ORDER);
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
        if (text.length - at < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
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
