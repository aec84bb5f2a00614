package io.rapport.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted tracking call, before its sender is known to be anyone.
 *
 * @param sourceId the source whose key was used
 * @param sourceType that source's type
 * @param proof how the sender proved to act for the visitor
 * @param provenUserId the user that a token proved, or null
 * @param origin live, import or replay
 * @param type the call
 * @param messageId the sender's id of this event, unique within the source
 * @param timestamp when it happened, corrected for the sender's clock skew (Segment's spec: common fields)
 * @param receivedAt when the gateway took it
 * @param device what the client's user agent says that it is, or null where it names none
 * @param event the call's body as sent, with the batch's context and integrations merged in
 */
public record RawEvent(
        String sourceId,
        SourceType sourceType,
        Proof proof,
        @Nullable String provenUserId,
        Origin origin,
        EventType type,
        String messageId,
        Instant timestamp,
        Instant receivedAt,
        @Nullable Device device,
        JsonNode event) {}
