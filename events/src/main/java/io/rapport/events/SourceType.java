package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kind of client behind a write key. */
public enum SourceType {
    /** A browser. */
    WEB,
    /** An iOS app. */
    IOS,
    /** An Android app. */
    ANDROID,
    /** A shop's back end. */
    SERVER;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that name, in any case; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static SourceType of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
