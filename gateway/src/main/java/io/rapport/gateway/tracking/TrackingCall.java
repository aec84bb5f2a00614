package io.rapport.gateway.tracking;

import io.rapport.events.EventType;
import io.rapport.events.Proof;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of Segment's HTTP tracking API, by their paths and short forms. */
enum TrackingCall {
    TRACK("track", "t", EventType.TRACK),
    IDENTIFY("identify", "i", EventType.IDENTIFY),
    PAGE("page", "p", EventType.PAGE),
    SCREEN("screen", "s", EventType.SCREEN),
    GROUP("group", "g", EventType.GROUP),
    ALIAS("alias", "a", EventType.ALIAS),
    BATCH("batch", "b", null),
    IMPORT("import", "import", null),
    /** What analytics.js measures of itself; taken, and thrown away. */
    METRICS("m", "m", null);

    private static final Map<String, TrackingCall> BY_PATH = byPath();

    private final String path;
    private final String shortPath;
    private final @Nullable EventType type;

    TrackingCall(String path, String shortPath, @Nullable EventType type) {
        this.path = path;
        this.shortPath = shortPath;
        this.type = type;
    }

    private static Map<String, TrackingCall> byPath() {
        Map<String, TrackingCall> byPath = new HashMap<>();
        for (TrackingCall call : values()) {
            byPath.put("/v1/" + call.path, call);
            byPath.put("/v1/" + call.shortPath, call);
        }
        return Map.copyOf(byPath);
    }

    /** The call behind a path, with or without a slash at its end; null for other paths. */
    static @Nullable TrackingCall at(String path) {
        return BY_PATH.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /** The type of a single event; null where the body holds a batch. */
    @Nullable
    EventType type() {
        return type;
    }

    /**
     * Whether this call loads history: times are taken at their word, and the events start nothing. Segment's SDKs for Java
     * and Ruby send what happens now to {@code /v1/import} too, which to Segment is another name of {@code /v1/batch}; they
     * have a write key, and history is loaded with a server key.
     */
    boolean isHistory(Proof proof) {
        return this == IMPORT && proof == Proof.SERVER_KEY;
    }
}
