package io.rapport.profile.computed.behaviour;

import io.rapport.events.EventType;
import io.rapport.profile.condition.SeenEvent;
import java.time.Instant;

/**
 * An event of a profile with the call that brought it, for a page may have any name.
 *
 * @param receivedAt the latest moment at which it can have been, whatever a client's clock says
 */
public record Call(EventType type, SeenEvent event, Instant receivedAt) {
    /** Of an event whose time is beyond doubt. */
    public Call(EventType type, SeenEvent event) {
        this(type, event, event.at());
    }

    boolean is(String name) {
        return type == EventType.TRACK && event.name().equals(name);
    }

    /** Its time in microseconds since 1970, as the event store keeps it. */
    long micros() {
        return Micros.of(event.at().isAfter(receivedAt) ? receivedAt : event.at());
    }
}
