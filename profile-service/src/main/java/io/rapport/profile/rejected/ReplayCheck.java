package io.rapport.profile.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.Proof;
import io.rapport.events.RawEvent;
import io.rapport.events.RejectedEvent;
import io.rapport.events.rules.EventCalls;
import io.rapport.events.rules.EventClock;
import io.rapport.events.rules.EventLimits;
import io.rapport.events.rules.EventTree;
import io.rapport.events.rules.Rejection;
import io.rapport.events.rules.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a refused event could be accepted now, after the rules that the gateway's tracking route has for a single event
 * (API.md, Tracking). It keeps what was proved when it was sent; mending the body proves nothing more.
 */
final class ReplayCheck {
    /** What came of it. */
    sealed interface Outcome {
        /** It may go. */
        record Valid(RawEvent event) implements Outcome {
            /** The sender's strongest identifier, which raw events are keyed by. */
            String key() {
                String userId = EventTree.text(event.event(), "userId");
                return userId == null
                        ? "anonymousId:" + EventTree.text(event.event(), "anonymousId")
                        : "userId:" + userId;
            }
        }

        /** It may not, and this is why. */
        record Invalid(String pointer, String detail) implements Outcome {
            private static Invalid of(Rejection rejection) {
                return new Invalid(rejection.pointer() == null ? "" : rejection.pointer(), rejection.detail());
            }
        }
    }

    private final RejectedEvent rejected;
    private final boolean requireUserToken;
    private final EventClock clock;

    ReplayCheck(RejectedEvent rejected, boolean requireUserToken, Instant now) {
        this.rejected = rejected;
        this.requireUserToken = requireUserToken;
        this.clock = new EventClock(rejected.receivedAt(), now, false);
    }

    /** @param mended the body to send instead, or null for the one that was refused */
    Outcome check(@Nullable JsonNode mended) {
        if (mended != null) {
            return checkTree(mended);
        }
        try {
            return checkTree(EventsJson.mapper().readTree(rejected.event()));
        } catch (JsonProcessingException | NumberFormatException e) {
            return new Outcome.Invalid("", "The event is not whole JSON, or cannot be read.");
        }
    }

    private Outcome checkTree(JsonNode event) {
        Rejection found = EventTree.check(event);
        EventType type = EventCalls.named(EventTree.text(event, "type"));
        if (found != null || type == null) {
            return Outcome.Invalid.of(found == null ? Rejection.UNKNOWN_TYPE : found);
        }
        if (event.toString().getBytes(StandardCharsets.UTF_8).length > EventLimits.EVENT_BYTES) {
            return new Outcome.Invalid("", "An event has at most " + EventLimits.EVENT_BYTES + " bytes.");
        }
        String userId = EventTree.text(event, "userId");
        if (requireUserToken && userId != null && !proves(userId)) {
            return new Outcome.Invalid("/userId", "The source requires a user token for events that name a user.");
        }
        return raw(event, type);
    }

    private boolean proves(String userId) {
        return rejected.proof() == Proof.SERVER_KEY
                || (rejected.proof() == Proof.USER_TOKEN && userId.equals(rejected.provenUserId()));
    }

    private Outcome raw(JsonNode event, EventType type) {
        Instant timestamp =
                clock.timestamp(time(event, "timestamp"), time(event, "originalTimestamp"), time(event, "sentAt"));
        Rejection found = clock.check(timestamp);
        return found == null ? new Outcome.Valid(raw(event, type, timestamp)) : Outcome.Invalid.of(found);
    }

    private static @Nullable Instant time(JsonNode event, String field) {
        String text = EventTree.text(event, field);
        return text == null ? null : Timestamps.parse(text);
    }

    private RawEvent raw(JsonNode event, EventType type, Instant timestamp) {
        return new RawEvent(
                rejected.sourceId(),
                rejected.sourceType(),
                rejected.proof(),
                rejected.provenUserId(),
                Origin.REPLAY,
                type,
                messageId(event),
                timestamp,
                rejected.receivedAt(),
                null,
                event);
    }

    /** An event that never had one that can be used gets the same one on each replay, so that it counts once. */
    private String messageId(JsonNode event) {
        String sent = EventTree.text(event, "messageId");
        String own = sent == null ? rejected.messageId() : sent;
        boolean usable = own != null && !own.isBlank() && own.length() <= EventLimits.MESSAGE_ID_CHARS;
        return usable ? own : "rejected-" + rejected.id();
    }
}
