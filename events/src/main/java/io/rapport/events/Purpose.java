package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What personal data may be used for, each consented to on its own. */
public enum Purpose {
    /** Counting and reporting. */
    ANALYTICS,
    /** Choosing what a visitor sees. */
    PERSONALIZATION,
    /** Messages to the visitor. */
    MARKETING,
    /** Audiences on other platforms. */
    ADVERTISING;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that name, in any case; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Purpose of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
