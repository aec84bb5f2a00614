package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The calls of Segment's tracking specification. */
public enum EventType {
    TRACK,
    IDENTIFY,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static EventType of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
