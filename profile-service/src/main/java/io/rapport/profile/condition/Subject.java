package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Purpose;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who or what conditions are asked of: a profile, or within a {@code where} one event or element of an array. Those two have
 * fields and nothing else, and the reader lets nothing else be asked of them.
 */
public interface Subject {
    /** The value at a path; a missing node or null where there is none. */
    JsonNode trait(TraitPath path);

    /** What a path is at a moment where it follows from the clock; null where it does not. */
    default @Nullable ClockFact clockFact(TraitPath path) {
        return null;
    }

    /** What is kept of its events for a leaf. */
    default LeafState state(EventBased leaf) {
        throw new IllegalStateException("The reader let an event into a where");
    }

    /** Whether it is in another segment, by that segment's own answer for this moment; one that does not exist has no members. */
    default Truth segment(String id, Instant now) {
        throw new IllegalStateException("The reader let a segment into a where");
    }

    default boolean consentsTo(Purpose purpose) {
        throw new IllegalStateException("The reader let a consent into a where");
    }
}
