package io.rapport.profile.computed.behaviour;

import io.rapport.events.EventType;
import io.rapport.profile.condition.SeenEvent;

/** An event of a profile with the call that brought it, for a page may have any name. */
public record Call(EventType type, SeenEvent event) {
    boolean is(String name) {
        return type == EventType.TRACK && event.name().equals(name);
    }

    /** Its time in microseconds since 1970, as the event store keeps it. */
    long micros() {
        return Micros.of(event.at());
    }
}
