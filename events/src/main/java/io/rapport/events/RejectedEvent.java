package io.rapport.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that was refused, kept with its reason so that the sender can mend and replay it.
 *
 * @param id unique id of the rejection
 * @param reason machine-readable, kebab-case ({@code missing-event-name})
 * @param detail one sentence for a person
 * @param pointer JSON pointer of the bad field in the event, or null
 * @param event the event as sent, cut to 32 KB of text where it was longer
 */
public record RejectedEvent(
        UUID id,
        String sourceId,
        SourceType sourceType,
        Proof proof,
        @Nullable String provenUserId,
        @Nullable String messageId,
        String reason,
        String detail,
        @Nullable String pointer,
        Instant receivedAt,
        String event) {}
