package io.rapport.profile.consent;

import io.rapport.events.Purpose;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Ledgers for the tests of other features. */
public final class Ledgers {
    private Ledgers() {}

    /** One in which nobody has said anything yet. */
    public static ConsentLedger silent(Set<Purpose> defaults, Instant now) {
        return new ConsentLedger(defaults, now, Map.of());
    }
}
