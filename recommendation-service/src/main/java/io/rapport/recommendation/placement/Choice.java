package io.rapport.recommendation.placement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a rule takes products out. */
public enum Choice {
    EXCLUDE,
    KEEP;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Choice of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
