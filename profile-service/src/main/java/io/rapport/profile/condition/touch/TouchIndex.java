package io.rapport.profile.condition.touch;

import io.rapport.events.Purpose;
import io.rapport.profile.condition.ClockFact;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.ConsentLeaf;
import io.rapport.profile.condition.ElementLeaf;
import io.rapport.profile.condition.EventBased;
import io.rapport.profile.condition.LeafId;
import io.rapport.profile.condition.ProfileSubject;
import io.rapport.profile.condition.ScoreTrait;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.condition.SegmentLeaf;
import io.rapport.profile.condition.TraitLeaf;
import io.rapport.profile.condition.value.TraitPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what an event, a trait, a consent or another segment can touch, without a look at the rest. Immutable once made: a
 * changed segment makes a new one.
 */
public final class TouchIndex {
    private final Map<LeafId, EventBased> leaves = new LinkedHashMap<>();
    private final EventIndex events = new EventIndex();
    private final Map<LeafId, Set<String>> byLeaf = new HashMap<>();
    private final Map<String, Set<String>> byTrait = new HashMap<>();
    private final Map<String, Touch> touchByTrait = new HashMap<>();
    private final Map<Purpose, Set<String>> byPurpose = new HashMap<>();
    private final Map<String, Set<String>> references = new HashMap<>();
    private final Map<String, Set<String>> scores;
    private final SegmentOrder order;

    /**
     * Indexes these segments, which must not refer to each other in a circle.
     *
     * @param segments their conditions by id
     */
    public TouchIndex(Map<String, Condition> segments) {
        this(segments, Map.of());
    }

    /**
     * The same where traits may be scores.
     *
     * @param scores per score the ids of the segments that it is the sum of
     */
    public TouchIndex(Map<String, Condition> segments, Map<String, Set<String>> scores) {
        this.scores = Map.copyOf(scores);
        segments.forEach((id, condition) -> {
            references.put(id, new HashSet<>());
            add(id, condition);
        });
        leaves.values().forEach(leaf -> leaf.matches().forEach(match -> events.add(leaf, match)));
        order = new SegmentOrder(references);
        byTrait.forEach((key, ids) -> touchByTrait.put(key, touch(ids)));
    }

    private void add(String segment, Condition condition) {
        condition.parts().forEach(part -> add(segment, part.condition()));
        if (condition instanceof EventBased leaf) {
            leaves.putIfAbsent(leaf.id(), leaf);
            byLeaf.computeIfAbsent(leaf.id(), key -> new HashSet<>()).add(segment);
        } else if (condition instanceof TraitLeaf leaf) {
            byTrait.computeIfAbsent(key(leaf.path()), key -> new HashSet<>()).add(segment);
            ScoreTrait.score(leaf.path())
                    .ifPresent(score -> references.get(segment).addAll(scores.getOrDefault(score, Set.of())));
        } else if (condition instanceof ElementLeaf leaf) {
            byTrait.computeIfAbsent(key(leaf.path()), key -> new HashSet<>()).add(segment);
        } else if (condition instanceof SegmentLeaf leaf) {
            references.get(segment).add(leaf.segment());
        } else if (condition instanceof ConsentLeaf leaf) {
            byPurpose.computeIfAbsent(leaf.purpose(), key -> new HashSet<>()).add(segment);
        }
    }

    /** The trait that a path begins with, for a change of any of it may touch what is asked of a part. */
    private static String key(TraitPath path) {
        TraitPath source = ClockFact.source(path).orElse(path);
        boolean isComputed =
                source.root().equals(ProfileSubject.COMPUTED) && source.steps().size() > 1;
        return isComputed ? source.root() + "." + source.steps().get(1) : source.root();
    }

    /** Every leaf over events, each once. */
    public List<EventBased> leaves() {
        return List.copyOf(leaves.values());
    }

    /** These segments, each after those that it refers to. */
    public List<String> inOrder(Collection<String> segments) {
        return order.inOrder(segments);
    }

    /** The leaves for which an event may count. */
    public Set<EventBased> leavesOf(SeenEvent event) {
        return events.touched(event);
    }

    /** What an event can touch; it touches the segments only if it counts for one of their leaves. */
    public Touch byEvent(SeenEvent event) {
        Set<EventBased> touched = leavesOf(event);
        return new Touch(new ArrayList<>(touched), segmentsOf(touched));
    }

    /** The segments that may be touched by a change of these leaves' states, or by the time of their next change. */
    public List<String> segmentsOf(Set<EventBased> changed) {
        Set<String> direct = new HashSet<>();
        changed.forEach(leaf -> direct.addAll(byLeaf.getOrDefault(leaf.id(), Set.of())));
        return order.withDependents(direct);
    }

    /** What a told trait can touch, or a computed one by its path, {@code computed.orderCount}. */
    public Touch byTrait(TraitPath path) {
        return touchByTrait.getOrDefault(key(path), Touch.NOTHING);
    }

    public Touch byConsent(Purpose purpose) {
        return touch(byPurpose.getOrDefault(purpose, Set.of()));
    }

    /** What depends on a segment's answer, itself left out. */
    public Touch bySegment(String id) {
        List<String> dependents = new ArrayList<>(order.withDependents(Set.of(id)));
        dependents.remove(id);
        return touch(dependents.isEmpty() ? Set.of() : new HashSet<>(dependents));
    }

    private Touch touch(Set<String> segments) {
        return segments.isEmpty() ? Touch.NOTHING : new Touch(List.of(), order.withDependents(segments));
    }
}
