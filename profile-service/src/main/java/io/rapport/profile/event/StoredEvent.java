package io.rapport.profile.event;

import io.rapport.events.EventType;
import io.rapport.events.Origin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept.
 *
 * @param profileId whose it is by now: a merge moves events to the survivor
 * @param sequence its place among the events of the profile that it was resolved to at first
 * @param userId the userId that it came with, for resolving it again
 * @param anonymousId the anonymousId that it came with
 * @param trust how far its word is taken
 * @param properties JSON text: properties of a track, page or screen call, traits of an identify or group call
 * @param context JSON text, as sent
 */
public record StoredEvent(
        UUID id,
        UUID profileId,
        long sequence,
        EventType type,
        String name,
        Instant timestamp,
        Instant receivedAt,
        String sourceId,
        String messageId,
        @Nullable String userId,
        @Nullable String anonymousId,
        Origin origin,
        int trust,
        String properties,
        String context) {

    public StoredEvent of(UUID profile) {
        return new StoredEvent(
                id,
                profile,
                sequence,
                type,
                name,
                timestamp,
                receivedAt,
                sourceId,
                messageId,
                userId,
                anonymousId,
                origin,
                trust,
                properties,
                context);
    }
}
