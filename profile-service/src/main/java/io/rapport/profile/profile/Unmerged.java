package io.rapport.profile.profile;

import io.rapport.profile.profile.ProfileQueries.Found;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What taking a profile apart came to.
 *
 * @param isNew whether the separated profile never was one before
 * @param events how many events each of the two has
 * @param changedTraits names of the traits that the remaining profile lost, or has another value of
 */
record Unmerged(
        Found remaining,
        Found separated,
        boolean isNew,
        Map<UUID, Long> events,
        List<UUID> formerIds,
        Set<String> changedTraits) {
    List<UUID> both() {
        return List.of(remaining.id(), separated.id());
    }
}
