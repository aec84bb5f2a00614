package io.rapport.profile.membership;

import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.StateBytes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one profile for all segments: the states of leaves over its events, and the segments' last answers. A leaf
 * that is missing has seen no event, a segment that is missing has answered no for good. States are read from their bytes
 * when they are needed, for an event touches few.
 */
final class Standing {
    /** Of a profile that no segment was ever asked about. */
    static final long NEVER = 0;

    private final SortedMap<Integer, byte[]> stored;
    private final Map<Integer, LeafState> states = new HashMap<>();
    private final SortedMap<Integer, Answer> answers;
    private long generation;
    private Instant evaluatedAt;
    private boolean changed;

    Standing(
            long generation,
            Instant evaluatedAt,
            SortedMap<Integer, byte[]> stored,
            SortedMap<Integer, Answer> answers) {
        this.generation = generation;
        this.evaluatedAt = evaluatedAt;
        this.stored = stored;
        this.answers = answers;
    }

    static Standing none() {
        return new Standing(NEVER, Instant.EPOCH, new TreeMap<>(), new TreeMap<>());
    }

    /** Up to which generation of the segments everything is in here. */
    long generation() {
        return generation;
    }

    /** The clock's time when it was last worked on; it does not go back. */
    Instant evaluatedAt() {
        return evaluatedAt;
    }

    boolean changed() {
        return changed;
    }

    void evaluated(long upTo, Instant now) {
        changed |= upTo != generation;
        generation = upTo;
        evaluatedAt = now;
    }

    LeafState state(int leaf) {
        LeafState known = states.get(leaf);
        if (known != null) {
            return known;
        }
        byte[] bytes = stored.get(leaf);
        LeafState state = bytes == null ? LeafState.EMPTY : StateBytes.read(bytes);
        states.put(leaf, state);
        return state;
    }

    /** Whether the state is another now. */
    boolean put(int leaf, LeafState state) {
        if (state.equals(state(leaf))) {
            return false;
        }
        states.put(leaf, state);
        if (state.isEmpty()) {
            stored.remove(leaf);
        } else {
            stored.put(leaf, StateBytes.write(state));
        }
        changed = true;
        return true;
    }

    Answer answer(int segment) {
        return answers.getOrDefault(segment, Answer.NO);
    }

    void put(int segment, Answer answer) {
        Answer before = answer.equals(Answer.NO) ? answers.remove(segment) : answers.put(segment, answer);
        changed |= !Objects.requireNonNullElse(before, Answer.NO).equals(answer);
    }

    /** Forgets the leaves and keeps the answers, so that what is worked out anew is compared with them. */
    void forgetLeaves(IntPredicate which) {
        changed |= stored.keySet().removeIf(which::test);
        states.keySet().removeIf(which::test);
    }

    SortedMap<Integer, Answer> answers() {
        return answers;
    }

    SortedMap<Integer, byte[]> leaves() {
        return stored;
    }

    /** When the first of the answers may be another without an event; null for never. */
    @Nullable
    Instant dueAt() {
        return answers.values().stream()
                .map(Answer::nextChange)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
