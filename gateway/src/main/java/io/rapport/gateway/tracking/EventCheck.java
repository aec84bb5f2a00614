package io.rapport.gateway.tracking;

import io.rapport.events.EventType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an event is one, by Segment's specification of its calls. */
final class EventCheck {
    private static final Rejection NUL =
            new Rejection("nul-character", "A NUL character stands in the event, and no store takes it.", null);
    private static final Rejection NOBODY =
            new Rejection("missing-user-id", "An event needs a userId or an anonymousId.", "/userId");
    private static final Rejection UNKNOWN_TYPE = new Rejection(
            "unknown-type", "The field type must be track, identify, page, screen, group or alias.", "/type");

    private final Utf8Body body;

    EventCheck(Utf8Body body) {
        this.body = body;
    }

    /** The type that an event of a batch declares, or null for none that we know. */
    static @Nullable EventType declared(ScannedEvent event) {
        String type = event.type;
        if (type == null) {
            return null;
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "track" -> EventType.TRACK;
            case "identify" -> EventType.IDENTIFY;
            case "page" -> EventType.PAGE;
            case "screen" -> EventType.SCREEN;
            case "group" -> EventType.GROUP;
            case "alias" -> EventType.ALIAS;
            default -> null;
        };
    }

    /** Why the event is not valid, or null if it is. */
    @Nullable
    Rejection check(ScannedEvent event, @Nullable EventType type) {
        if (body.nulBetween(event.start, event.end)) {
            return NUL;
        }
        if (event.fault() != null) {
            return event.fault();
        }
        return type == null ? UNKNOWN_TYPE : incomplete(event, type);
    }

    private static @Nullable Rejection incomplete(ScannedEvent event, EventType type) {
        if (event.userId == null && (event.anonymousId == null || type == EventType.ALIAS)) {
            return NOBODY;
        }
        return switch (type) {
            case TRACK -> event.name == null ? Rejection.missing("event") : null;
            case GROUP -> event.groupId == null ? Rejection.missing("groupId") : null;
            case ALIAS -> event.previousId == null ? Rejection.missing("previousId") : null;
            case IDENTIFY, PAGE, SCREEN -> null;
        };
    }
}
