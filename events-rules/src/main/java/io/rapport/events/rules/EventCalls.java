package io.rapport.events.rules;

import io.rapport.events.EventType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Segment's calls, and what each of them must have (its specification, common fields and calls). */
public final class EventCalls {
    private EventCalls() {}

    /** The call of that name in any case of letters, or null for none that we know. */
    public static @Nullable EventType named(@Nullable String type) {
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

    /** What a call lacks, or null; its fields are null where they are not filled. */
    public static @Nullable Rejection incomplete(
            EventType type,
            @Nullable String userId,
            @Nullable String anonymousId,
            @Nullable String event,
            @Nullable String groupId,
            @Nullable String previousId) {
        if (userId == null && (anonymousId == null || type == EventType.ALIAS)) {
            return Rejection.NOBODY;
        }
        return switch (type) {
            case TRACK -> event == null ? Rejection.missing("event") : null;
            case GROUP -> groupId == null ? Rejection.missing("groupId") : null;
            case ALIAS -> previousId == null ? Rejection.missing("previousId") : null;
            case IDENTIFY, PAGE, SCREEN -> null;
        };
    }
}
