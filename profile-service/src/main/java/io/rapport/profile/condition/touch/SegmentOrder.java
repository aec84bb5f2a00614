package io.rapport.profile.condition.touch;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which segments refer to which, without circles. */
final class SegmentOrder {
    private final Map<String, Set<String>> referredToBy = new HashMap<>();
    private final Map<String, Integer> heights = new HashMap<>();

    /**
     * Works out the order.
     *
     * @param references per segment those that it refers to
     */
    SegmentOrder(Map<String, Set<String>> references) {
        references.forEach((segment, others) -> others.forEach(other ->
                referredToBy.computeIfAbsent(other, key -> new HashSet<>()).add(segment)));
        references.keySet().forEach(segment -> height(segment, references));
    }

    private int height(String segment, Map<String, Set<String>> references) {
        Integer known = heights.get(segment);
        if (known != null) {
            return known;
        }
        heights.put(segment, 0);
        int height = 0;
        for (String other : references.getOrDefault(segment, Set.of())) {
            height = Math.max(height, height(other, references) + 1);
        }
        heights.put(segment, height);
        return height;
    }

    /** These and all that refer to them, directly or by others; each after those that it refers to. */
    List<String> withDependents(Collection<String> segments) {
        Set<String> all = new HashSet<>(segments);
        Deque<String> queue = new ArrayDeque<>(all);
        while (!queue.isEmpty()) {
            for (String dependent : referredToBy.getOrDefault(queue.remove(), Set.of())) {
                if (all.add(dependent)) {
                    queue.add(dependent);
                }
            }
        }
        return inOrder(all);
    }

    List<String> inOrder(Collection<String> segments) {
        return segments.stream()
                .sorted(Comparator.comparing((String id) -> heights.getOrDefault(id, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
