package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an event came from; only {@link #LIVE} ones start journeys, messages or surveys. */
public enum Origin {
    /** Sent by a client as it happened. */
    LIVE,
    /** Loaded from a shop's history. */
    IMPORT,
    /** Derived again from stored events. */
    BACKFILL,
    /** Sent again from a dead letter or a rejected event. */
    REPLAY;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that name, in any case; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Origin of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
