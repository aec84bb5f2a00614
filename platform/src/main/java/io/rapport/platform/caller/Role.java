package io.rapport.platform.caller;

import java.util.Locale;

/** What an operator may do. */
public enum Role {
    /** Everything. */
    ADMIN,
    /** Campaigns, segments, catalog and what visitors see. */
    MARKETER,
    /** Reading reports and profiles' figures. */
    ANALYST,
    /** Looking up and mending single profiles. */
    SUPPORT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
