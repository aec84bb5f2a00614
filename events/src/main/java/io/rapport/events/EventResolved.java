package io.rapport.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A tracking call whose profile is known. Raw identifiers (userId, anonymousId, e-mail, phone) are not in it.
 *
 * @param name the track event's or page's name; the type's name for other calls
 * @param properties the call's properties (track, page, screen) or traits without identifiers (identify, group)
 * @param context what downstream may use of the call's context: locale, page, campaign, device type, country
 */
public record EventResolved(
        UUID eventId,
        UUID profileId,
        long sequence,
        Instant timestamp,
        Origin origin,
        EventType type,
        String name,
        String sourceId,
        String messageId,
        Instant receivedAt,
        JsonNode properties,
        JsonNode context)
        implements ProfileEvent {}
