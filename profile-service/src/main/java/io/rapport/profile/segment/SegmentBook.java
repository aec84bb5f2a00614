package io.rapport.profile.segment;

import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.EventBased;
import io.rapport.profile.condition.LeafId;
import io.rapport.profile.condition.touch.TouchIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All segments at one generation: an immutable snapshot. */
public final class SegmentBook {
    /** Numbers from here on stand for leaves that are not kept. */
    private static final int SUPPOSED = 1 << 30;

    private final long generation;
    private final Map<String, Segment> byId = new LinkedHashMap<>();
    private final Map<Integer, Segment> byNo = new HashMap<>();
    private final Map<String, List<Segment>> scores = new HashMap<>();
    private final Map<Integer, String> deleted;
    private final Map<String, Numbered> numbers;
    private final Map<LeafId, KeptLeaf> leaves = new HashMap<>();
    private final Map<Integer, KeptLeaf> leavesByNo = new HashMap<>();
    private final List<Segment> lists;
    private final TouchIndex index;
    private final List<String> inOrder;

    /**
     * Indexes them.
     *
     * @param deleted ids by number of those that are deleted and may still have members
     * @param kept the number and generation of each leaf of these segments, by the leaf's id
     */
    public SegmentBook(
            long generation, Collection<Segment> segments, Map<Integer, String> deleted, Map<String, Numbered> kept) {
        this.generation = generation;
        this.deleted = Map.copyOf(deleted);
        this.numbers = Map.copyOf(kept);
        Map<String, Condition> conditions = new LinkedHashMap<>();
        segments.forEach(segment -> {
            byId.put(segment.id(), segment);
            byNo.put(segment.no(), segment);
            if (segment.weight() != null) {
                scores.computeIfAbsent(segment.weight().score(), id -> new ArrayList<>())
                        .add(segment);
            }
            segment.rule().ifPresent(rule -> conditions.put(segment.id(), rule));
        });
        Map<String, Set<String>> parts = new HashMap<>();
        scores.forEach((score, weighted) ->
                parts.put(score, weighted.stream().map(Segment::id).collect(Collectors.toSet())));
        this.index = new TouchIndex(conditions, parts);
        this.lists = segments.stream()
                .filter(segment -> segment.kind() == SegmentKind.STATIC)
                .toList();
        this.inOrder = index.inOrder(conditions.keySet());
        index.leaves().forEach(leaf -> {
            Numbered numbered = Objects.requireNonNull(kept.get(leaf.id().value()), "A leaf without a number");
            KeptLeaf keeping = new KeptLeaf(numbered.no(), leaf, numbered.generation());
            leaves.put(leaf.id(), keeping);
            leavesByNo.put(keeping.no(), keeping);
        });
    }

    /** This book and one more segment, which is judged as if it came next; nothing of it is kept. */
    public SegmentBook with(Segment supposed) {
        List<Segment> segments = new ArrayList<>(byId.values());
        segments.add(supposed);
        Map<String, Numbered> more = new HashMap<>(numbers);
        for (EventBased leaf :
                new TouchIndex(Map.of(supposed.id(), supposed.rule().orElseThrow())).leaves()) {
            more.putIfAbsent(leaf.id().value(), new Numbered(SUPPOSED + more.size(), generation + 1));
        }
        return new SegmentBook(generation + 1, segments, deleted, more);
    }

    /** Whether standings of the two generations were judged by the same rules and keep the same leaves. */
    public boolean areEven(long one, long other) {
        long lower = Math.min(one, other);
        long upper = Math.max(one, other);
        return one == other
                || (byId.values().stream()
                                .filter(segment -> segment.condition() != null)
                                .noneMatch(segment -> lower < segment.generation() && segment.generation() <= upper)
                        && leaves.values().stream()
                                .noneMatch(leaf -> lower < leaf.generation() && leaf.generation() <= upper));
    }

    /** A leaf's row. */
    public record Numbered(int no, long generation) {}

    public long generation() {
        return generation;
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    public Collection<Segment> segments() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Those that somebody puts people on. */
    public List<Segment> lists() {
        return lists;
    }

    /** The ids of all that have a condition, each after those that it refers to. */
    public List<String> inOrder() {
        return inOrder;
    }

    public @Nullable Segment segment(int no) {
        return byNo.get(no);
    }

    /** A segment that operators know; weighted conditions of scores are none. */
    public Optional<Segment> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(segment -> segment.weight() == null);
    }

    /** The weighted conditions of a score; none where there is no such score. */
    public List<Segment> score(String id) {
        return Collections.unmodifiableList(scores.getOrDefault(id, List.of()));
    }

    /** Whether the number is that of a score's weighted condition, which may be deleted. */
    public boolean isOfScore(int no) {
        Segment segment = byNo.get(no);
        return segment == null ? Weight.isSegmentId(deleted.getOrDefault(no, "")) : segment.weight() != null;
    }

    /** Whether no segment has that id, and none that is being deleted. */
    public boolean isFree(String id) {
        return !byId.containsKey(id) && !deleted.containsValue(id);
    }

    /** One that the index named. */
    public Segment segment(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    public TouchIndex index() {
        return index;
    }

    /** The id of one that is deleted; null where there is none. */
    public @Nullable String deleted(int no) {
        return deleted.get(no);
    }

    public KeptLeaf kept(EventBased leaf) {
        return kept(leaf.id());
    }

    public KeptLeaf kept(LeafId leaf) {
        return Objects.requireNonNull(leaves.get(leaf), "A leaf of no segment");
    }

    /** The leaf of a number; null where no segment needs it any more. */
    public @Nullable KeptLeaf kept(int no) {
        return leavesByNo.get(no);
    }

    public Collection<KeptLeaf> leaves() {
        return Collections.unmodifiableCollection(leaves.values());
    }
}
