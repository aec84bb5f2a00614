package io.rapport.profile.condition.read;

/** What the conditions at a place are asked of. */
enum Scope {
    PROFILE,
    /** An element of an array of the profile's. */
    ELEMENT,
    /** An event; its own time stands still, and so must all that is asked of it. */
    EVENT,
    /** An element of an array of an event's. */
    EVENT_ELEMENT;

    boolean isProfile() {
        return this == PROFILE;
    }

    boolean standsStill() {
        return this == EVENT || this == EVENT_ELEMENT;
    }

    Scope element() {
        return standsStill() ? EVENT_ELEMENT : ELEMENT;
    }
}
