package io.rapport.recommendation.placement;

import io.rapport.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How placements stand in for each other: every name is known, and none stands in for itself, however far around. */
final class PlacementGraph {
    private final Map<String, Placement> placements;

    PlacementGraph(Map<String, Placement> placements) {
        this.placements = placements;
    }

    /** What is wrong with a new placement's fallbacks. */
    List<FieldError> faults(Placement placement) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < placement.fallbacks().size(); i++) {
            String fault = fault(placement.id(), placement.fallbacks().get(i));
            if (fault != null) {
                faults.add(new FieldError("/fallbacks/" + i, fault));
            }
        }
        return faults;
    }

    private @Nullable String fault(String id, String fallback) {
        if (!fallback.equals(id) && !placements.containsKey(fallback)) {
            return "There is no placement '" + fallback + "'.";
        }
        return reaches(fallback, id, new HashSet<>())
                ? "'" + fallback + "' falls back on '" + id + "' in turn: that would go round in circles."
                : null;
    }

    private boolean reaches(String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        Placement placement = placements.get(from);
        return placement != null
                && seen.add(from)
                && placement.fallbacks().stream().anyMatch(next -> reaches(next, to, seen));
    }

    /** The placements that fall back on this one. */
    List<String> dependents(String id) {
        return placements.values().stream()
                .filter(placement -> placement.fallbacks().contains(id))
                .map(Placement::id)
                .sorted()
                .toList();
    }
}
