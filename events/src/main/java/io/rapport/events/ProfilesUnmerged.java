package io.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One profile turned out to be two persons. Published on both keys, under a distinct event id each, and in several parts
 * where many events move. Its sequence is above that of every merge of the two before it, on whichever key, so that a reader
 * who meets such a merge later knows that it no longer holds.
 *
 * @param remainingId the profile that goes on as it was
 * @param separatedId the one that stands for itself from now on: a former id that is a profile again, or a new one
 * @param formerIds ids of merged profiles that lead to the separated one from now on
 * @param movedEventIds events that belong to the separated profile from now on, by their {@code eventId}
 */
public record ProfilesUnmerged(
        UUID eventId,
        UUID profileId,
        long sequence,
        Instant timestamp,
        Origin origin,
        UUID remainingId,
        UUID separatedId,
        List<UUID> formerIds,
        List<UUID> movedEventIds)
        implements ProfileEvent {
    public ProfilesUnmerged {
        formerIds = List.copyOf(formerIds);
        movedEventIds = List.copyOf(movedEventIds);
    }
}
