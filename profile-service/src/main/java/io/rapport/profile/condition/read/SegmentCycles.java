package io.rapport.profile.condition.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Segments may refer to segments, but not in a circle. */
public final class SegmentCycles {
    private SegmentCycles() {}

    /**
     * The circle that a changed segment would close.
     *
     * @param references per segment those that it refers to, as they stand
     * @param changed the segment's id
     * @param refersTo what it will refer to
     * @return the shortest way from it back to it, {@code [a, b, a]}; empty if there is none
     */
    public static List<String> closedBy(Map<String, Set<String>> references, String changed, Set<String> refersTo) {
        Map<String, Set<String>> graph = new HashMap<>(references);
        graph.put(changed, refersTo);
        Map<String, String> cameFrom = new LinkedHashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(changed));
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (String next : graph.getOrDefault(at, Set.of())) {
                if (next.equals(changed)) {
                    return way(cameFrom, changed, at);
                }
                if (cameFrom.putIfAbsent(next, at) == null) {
                    queue.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> way(Map<String, String> cameFrom, String changed, String end) {
        Deque<String> way = new ArrayDeque<>(List.of(changed));
        String at = end;
        while (!at.equals(changed)) {
            way.push(at);
            at = cameFrom.get(at);
        }
        way.push(changed);
        return new ArrayList<>(way);
    }
}
