package io.rapport.profile.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.profile.ProfileView.IdentityView;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The two profiles that one was taken apart into, or would be.
 *
 * @param dryRun whether nothing was done
 * @param remaining the one that goes on
 * @param separated the one that stands for itself
 * @param formerIds ids of merged profiles that lead to the separated one from now on
 * @param changedTraits names of the traits that the remaining profile loses, or has another value of
 */
record UnmergeView(boolean dryRun, Part remaining, Part separated, List<UUID> formerIds, Set<String> changedTraits) {
    /**
     * One of the two.
     *
     * @param id null of a dry run in which it would be a new profile's
     */
    record Part(@Nullable UUID id, List<IdentityView> identities, long events, int orders, JsonNode traits) {}
}
