package io.rapport.events.rules.testing;

import org.jspecify.annotations.Nullable;

/**
 * An event, and what comes of it wherever it comes in.
 *
 * @param json the event as sent
 * @param reason why it is refused, or null where it is taken
 * @param pointer the field that is to blame, or null where there is none
 */
public record EventCase(
        String json, @Nullable String reason, @Nullable String pointer) {
    /** Single quotes stand for double ones. */
    static EventCase of(String event, @Nullable String reason, @Nullable String pointer) {
        return new EventCase(event.replace('\'', '"'), reason, pointer);
    }

    public boolean taken() {
        return reason == null;
    }

    public boolean isObject() {
        return json.startsWith("{");
    }

    @Override
    public String toString() {
        String shown = json.length() <= 100 ? json : json.substring(0, 100) + "…";
        return shown + (reason == null ? "" : " | " + reason);
    }
}
