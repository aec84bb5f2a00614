package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Two profiles turned out to be one person. Published on both keys, under a distinct event id each; the survivor's sequence
 * goes on above both. Readers move what they keep of the loser to the survivor and redirect late events.
 */
public record ProfilesMerged(
        UUID eventId, UUID profileId, long sequence, Instant timestamp, Origin origin, UUID survivorId, UUID loserId)
        implements ProfileEvent {}
