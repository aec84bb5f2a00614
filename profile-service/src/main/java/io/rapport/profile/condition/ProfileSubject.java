package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Purpose;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A profile. Told and computed traits are one tree: what was told at its root, and {@code computed} beside it. Below
 * {@code computed} the facts that follow from the clock ({@link ClockFact}) come first, then the stored ones; a told trait
 * that is named {@code computed} is hidden, so that no client can say what its events add up to.
 *
 * @param traits what was told, an object
 * @param computed what its events add up to, an object
 * @param states of event-based leaves; a leaf that is absent has seen no event
 * @param segments the answers of the segments that others refer to
 */
public record ProfileSubject(
        JsonNode traits,
        JsonNode computed,
        Map<LeafId, LeafState> states,
        Map<String, Truth> segments,
        Set<Purpose> consents)
        implements Subject {
    /** Where the computed facts are. */
    public static final String COMPUTED = "computed";

    @Override
    public JsonNode trait(TraitPath path) {
        return path.root().equals(COMPUTED) ? path.below(computed) : path.in(traits);
    }

    @Override
    public @Nullable ClockFact clockFact(TraitPath path) {
        return ClockFact.of(path);
    }

    @Override
    public LeafState state(EventBased leaf) {
        return states.getOrDefault(leaf.id(), LeafState.EMPTY);
    }

    @Override
    public Truth segment(String id, Instant now) {
        return segments.getOrDefault(id, Truth.NEVER);
    }

    @Override
    public boolean consentsTo(Purpose purpose) {
        return consents.contains(purpose);
    }
}
