package io.rapport.gateway.tracking;

import io.rapport.events.EventType;
import io.rapport.events.rules.EventCalls;
import io.rapport.events.rules.Rejection;
import org.jspecify.annotations.Nullable;

/** Whether an event that was scanned is one: the rule that {@link io.rapport.events.rules.EventTree} has over a tree. */
final class EventCheck {
    private final Utf8Body body;

    EventCheck(Utf8Body body) {
        this.body = body;
    }

    /** Why the event is not valid, or null if it is. */
    @Nullable
    Rejection check(ScannedEvent event, @Nullable EventType type) {
        if (body.nulBetween(event.start, event.end)) {
            return Rejection.NUL;
        }
        if (event.fault() != null) {
            return event.fault();
        }
        return type == null ? Rejection.UNKNOWN_TYPE : incomplete(event, type);
    }

    private static @Nullable Rejection incomplete(ScannedEvent event, EventType type) {
        return EventCalls.incomplete(
                type, event.userId, event.anonymousId, event.name, event.groupId, event.previousId);
    }
}
