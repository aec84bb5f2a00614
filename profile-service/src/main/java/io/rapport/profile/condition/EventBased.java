package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.Mark;
import io.rapport.profile.condition.state.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A leaf over a profile's events. What it needs of them is kept in a {@link LeafState} per profile; the clock must not go
 * back between the calls that are made with one.
 */
public sealed interface EventBased extends Leaf permits EventLeaf, AggregateLeaf, SequenceLeaf {
    /** Most moments that are tried to find the next change. */
    int MOST_TRIED = 32;

    /** The events that can touch it. */
    List<EventMatch> matches();

    /** Whether it asks for more of an event than its name and its time. */
    boolean looksInside();

    /** What an event leaves behind; null where it is none that counts, whatever the time. */
    @Nullable
    Mark mark(SeenEvent event);

    /** How much is kept. */
    Retention retention();

    /** The answer of a state that needs no recomputation. */
    Truth answer(LeafState state, Instant now);

    /** What it found, of a state that needs no recomputation. */
    JsonNode observed(LeafState state, Instant now);

    @Override
    default Truth evaluate(Subject subject, Instant now) {
        LeafState state = subject.state(this);
        return state.needsRecomputation(retention(), now) ? Truth.unknown(Set.of(id())) : answer(state, now);
    }

    @Override
    default JsonNode observed(Subject subject, Instant now) {
        return observed(subject.state(this), now);
    }

    /** The state with one more event, which must not be in it yet; events may come in any order. */
    default LeafState absorb(LeafState state, SeenEvent event, Instant now) {
        Mark mark = mark(event);
        return mark == null ? state : retention().absorb(state, mark, now);
    }

    /** The state over the events of both, of which none may be in both: two profiles became one. */
    default LeafState merge(LeafState one, LeafState other, Instant now) {
        return retention().merge(one, other, now);
    }

    /** The state without what makes no difference any more. */
    default LeafState prune(LeafState state, Instant now) {
        return retention().prune(state, now);
    }

    /**
     * The state over these events and no others, with room for all of them: for backfill, after an unmerge, and where
     * {@link Truth#recompute} asks for it.
     */
    default LeafState recompute(Collection<SeenEvent> events, Instant now) {
        List<Mark> marks =
                events.stream().map(this::mark).filter(Objects::nonNull).toList();
        return retention().roomy().of(marks, now);
    }
}
