package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A profile's consent to one purpose was given or withdrawn.
 *
 * @param granted the new state
 * @param source where it was said: a source id, or {@code api}
 */
public record ConsentChanged(
        UUID eventId,
        UUID profileId,
        long sequence,
        Instant timestamp,
        Origin origin,
        Purpose purpose,
        boolean granted,
        String source)
        implements ProfileEvent {}
