package io.rapport.profile.segment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody comes to be a member. */
public enum SegmentKind {
    /** By a condition that is kept up with every event and with the clock. */
    CONDITION,
    /** By name: a list of people, a static cohort. */
    STATIC;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
