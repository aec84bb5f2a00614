package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A profile is no member of a segment any more: by an event, by time alone, or because the segment was changed or deleted.
 *
 * @param timestamp when it came to be so
 * @param origin as in {@link SegmentEntered}
 * @param segment the segment's id
 */
public record SegmentExited(
        UUID eventId, UUID profileId, long sequence, Instant timestamp, Origin origin, String segment)
        implements ProfileEvent {}
