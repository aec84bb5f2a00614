package io.rapport.profile.consent;

import io.rapport.events.Purpose;
import java.time.Instant;
import java.util.UUID;

/**
 * What holds for one purpose.
 *
 * @param changedAt the latest moment at which this was said, also when it was said again
 */
record ConsentState(boolean granted, Instant changedAt) {
    /** Whose state, and for what. */
    record Key(UUID profileId, Purpose purpose) {}

    /** Whether the other is the later word; at the very same moment a no outweighs a yes. */
    boolean yieldsTo(ConsentState other) {
        int order = other.changedAt().compareTo(changedAt);
        return order > 0 || (order == 0 && granted && !other.granted());
    }

    boolean yieldsTo(ConsentStatement statement) {
        return yieldsTo(new ConsentState(statement.granted(), statement.at()));
    }
}
