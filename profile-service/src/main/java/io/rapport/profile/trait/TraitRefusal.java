package io.rapport.profile.trait;

import java.util.Locale;

/** Why a trait of an event was not taken; the event itself is kept whole. */
public enum TraitRefusal {
    NAME_TOO_LONG,
    VALUE_TOO_LARGE,
    TOO_MANY,
    /** An e-mail address or phone number of a user, without proof. */
    NEEDS_PROOF;

    /** The name in metrics, {@code too-many}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
