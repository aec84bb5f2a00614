package io.rapport.profile.profile;

import io.rapport.profile.identity.Parting;
import java.util.List;
import java.util.UUID;

/**
 * A profile that is to be taken apart, with the locks on all that it takes.
 *
 * @param separated a former profile as it was when it went up in another, or a new one
 * @param formerIds old ids that lead to the separated profile from now on
 */
record Parted(Profile remaining, Profile separated, Parting parting, List<UUID> formerIds) {
    List<UUID> both() {
        return List.of(remaining.id(), separated.id());
    }

    /** No merge of the two had a sequence above it, on whichever key. */
    long sequence() {
        return Math.max(remaining.sequence(), separated.sequence());
    }
}
