package io.rapport.profile.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Whose event it is, and what that changes in the graph.
 *
 * @param profile the one that the event belongs to
 * @param created whether it is new
 * @param linked identifiers that are tied to it now, with their links
 * @param merged profiles that turn out to be the same person and go up in it
 * @param aliased userIds that stay tied but are no longer the user's present one
 * @param released contacts that a merged profile claimed without proof where the user has one; they are free again
 * @param confirmed identifiers that were tied already, and now by a better word
 * @param refused identifiers of the event that were left out
 */
public record Resolution(
        UUID profile,
        boolean created,
        Map<Identifier, Link> linked,
        List<UUID> merged,
        List<Identifier> aliased,
        List<Identifier> released,
        Map<Identifier, Link> confirmed,
        Map<Identifier, Refusal> refused) {

    /** That of an event which tells nothing new. */
    static Resolution settled(UUID profile) {
        return new Resolution(profile, false, Map.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());
    }

    /** That of an event which names nobody any more. */
    static Resolution apart(UUID profile) {
        return new Resolution(profile, true, Map.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());
    }

    /** Whether the graph would be the same after it. */
    public boolean changesNothing() {
        return linked.isEmpty() && merged.isEmpty() && aliased.isEmpty() && confirmed.isEmpty();
    }
}
