package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A profile is a member of a segment from now on. For one profile and segment this and {@link SegmentExited} take turns. When
 * profiles merge, the loser's memberships end with {@link ProfilesMerged} and without a word of their own; the survivor's go
 * on, and what it takes on from the loser is announced as any other change.
 *
 * @param timestamp when it came to be so
 * @param origin live, unless history made it so: an import, or the backfill of a new or changed segment
 * @param segment the segment's id
 */
public record SegmentEntered(
        UUID eventId, UUID profileId, long sequence, Instant timestamp, Origin origin, String segment)
        implements ProfileEvent {}
