package io.rapport.profile.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.Proof;
import io.rapport.events.RawEvent;
import io.rapport.events.RejectedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a refused event could be accepted now, after the rules that the gateway's tracking route has for a single event
 * (API.md, Tracking). It keeps what was proved when it was sent; mending the body proves nothing more.
 */
final class ReplayCheck {
    private static final int MOST_BYTES = 32 * 1024;
    private static final int MOST_ID_LENGTH = 255;

    /** What came of it. */
    sealed interface Outcome {
        /** It may go. */
        record Valid(RawEvent event) implements Outcome {
            /** The sender's strongest identifier, which raw events are keyed by. */
            String key() {
                String userId = ReplayCheck.text(event.event(), "userId");
                return userId == null
                        ? "anonymousId:" + ReplayCheck.text(event.event(), "anonymousId")
                        : "userId:" + userId;
            }
        }

        /** It may not, and this is why. */
        record Invalid(String pointer, String detail) implements Outcome {}
    }

    private final RejectedEvent rejected;
    private final boolean requireUserToken;
    private final Instant now;

    ReplayCheck(RejectedEvent rejected, boolean requireUserToken, Instant now) {
        this.rejected = rejected;
        this.requireUserToken = requireUserToken;
        this.now = now;
    }

    /** @param mended the body to send instead, or null for the one that was refused */
    Outcome check(@Nullable JsonNode mended) {
        try {
            JsonNode event = mended == null ? parsed() : mended;
            EventType type = type(shape(event));
            identity(event, type);
            return new Outcome.Valid(raw(event, type));
        } catch (Fault fault) {
            return new Outcome.Invalid(fault.pointer(), fault.detail());
        }
    }

    private JsonNode parsed() throws Fault {
        try {
            return EventsJson.mapper().readTree(rejected.event());
        } catch (JsonProcessingException e) {
            throw new Fault("", "The event is not whole JSON.");
        }
    }

    private static JsonNode shape(JsonNode event) throws Fault {
        require(event.isObject(), "", "An event is a JSON object.");
        String text = event.toString();
        require(text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES, "", "An event has at most 32 KB.");
        // Jackson writes a NUL as this escape; a backslash before it would be an escaped backslash.
        require(!text.replace("\\\\", "").contains("\\u0000"), "", "NUL characters are not allowed.");
        return event;
    }

    private static EventType type(JsonNode event) throws Fault {
        try {
            return EventType.of(event.path("type").asText());
        } catch (IllegalArgumentException e) {
            throw new Fault("/type", "The type is none of track, identify, page, screen, group, alias.");
        }
    }

    private void identity(JsonNode event, EventType type) throws Fault {
        String userId = text(event, "userId");
        boolean named = userId != null || (type != EventType.ALIAS && text(event, "anonymousId") != null);
        require(named, "/userId", "A userId or anonymousId is needed.");
        require(shortEnough(event, "userId"), "/userId", "An id has at most 255 characters.");
        require(shortEnough(event, "anonymousId"), "/anonymousId", "An id has at most 255 characters.");
        require(
                !requireUserToken || userId == null || proves(userId),
                "/userId",
                "The source requires a user token for events that name a user.");
        switch (type) {
            case TRACK -> require(text(event, "event") != null, "/event", "A track call needs an event name.");
            case GROUP -> require(text(event, "groupId") != null, "/groupId", "A group call needs a groupId.");
            case ALIAS ->
                require(text(event, "previousId") != null, "/previousId", "An alias call needs a previousId.");
            case IDENTIFY, PAGE, SCREEN -> {}
        }
    }

    private boolean proves(String userId) {
        return rejected.proof() == Proof.SERVER_KEY
                || (rejected.proof() == Proof.USER_TOKEN && userId.equals(rejected.provenUserId()));
    }

    private static boolean shortEnough(JsonNode event, String field) {
        String text = text(event, field);
        return text == null || text.length() <= MOST_ID_LENGTH;
    }

    private RawEvent raw(JsonNode event, EventType type) throws Fault {
        return new RawEvent(
                rejected.sourceId(),
                rejected.sourceType(),
                rejected.proof(),
                rejected.provenUserId(),
                Origin.REPLAY,
                type,
                messageId(event),
                EventTime.of(event, rejected.receivedAt(), now),
                rejected.receivedAt(),
                event);
    }

    /** An event that never had one gets the same one on each replay, so that it counts once. */
    private String messageId(JsonNode event) throws Fault {
        String own = Optional.ofNullable(text(event, "messageId")).orElse(rejected.messageId());
        String id = own == null || own.isBlank() ? "rejected-" + rejected.id() : own;
        require(id.length() <= MOST_ID_LENGTH, "/messageId", "A messageId has at most 255 characters.");
        return id;
    }

    static @Nullable String text(JsonNode event, String field) {
        JsonNode value = event.path(field);
        boolean present = value.isTextual() ? !value.textValue().isBlank() : value.isNumber();
        return present ? value.asText() : null;
    }

    static void require(boolean holds, String pointer, String detail) throws Fault {
        if (!holds) {
            throw new Fault(pointer, detail);
        }
    }
}
