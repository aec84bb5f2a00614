package io.rapport.profile.condition;

import io.rapport.profile.condition.time.Sweep;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition's answer at a moment.
 *
 * @param nextChange the earliest moment after it at which the answer may change without a new event: never later than it
 *     does; null if it never does
 * @param recompute leaves without which there is no answer, for their state ran out of room: they have to be recomputed from
 *     the event store; {@code holds} says nothing then. Empty as a rule
 */
public record Truth(boolean holds, @Nullable Instant nextChange, Set<LeafId> recompute) {
    public static final Truth ALWAYS = new Truth(true, null, Set.of());
    public static final Truth NEVER = new Truth(false, null, Set.of());

    public Truth {
        recompute = Set.copyOf(recompute);
    }

    /** For good. */
    public static Truth of(boolean holds) {
        return holds ? ALWAYS : NEVER;
    }

    public static Truth until(boolean holds, @Nullable Instant nextChange) {
        return nextChange == null ? of(holds) : new Truth(holds, nextChange, Set.of());
    }

    static Truth unknown(Set<LeafId> recompute) {
        return new Truth(false, null, recompute);
    }

    public boolean isKnown() {
        return recompute.isEmpty();
    }

    public Truth negated() {
        return isKnown() ? until(!holds, nextChange) : this;
    }

    /**
     * Whether all hold. As long as some do not, nothing changes before the last of those may; what the others do meanwhile
     * makes no difference, and neither does what is unknown.
     */
    static Truth all(List<Truth> parts) {
        if (parts.stream().anyMatch(part -> part.isKnown() && !part.holds)) {
            return until(false, lastOfFalse(parts));
        }
        Set<LeafId> recompute = new HashSet<>();
        parts.forEach(part -> recompute.addAll(part.recompute));
        return recompute.isEmpty() ? until(true, first(parts)) : unknown(recompute);
    }

    static Truth any(List<Truth> parts) {
        return all(parts.stream().map(Truth::negated).toList()).negated();
    }

    private static @Nullable Instant first(List<Truth> parts) {
        Instant first = null;
        for (Truth part : parts) {
            first = Sweep.earlier(first, part.nextChange);
        }
        return first;
    }

    private static @Nullable Instant lastOfFalse(List<Truth> parts) {
        Instant last = Instant.MIN;
        for (Truth part : parts) {
            if (part.isKnown() && !part.holds) {
                if (part.nextChange == null) {
                    return null;
                }
                last = part.nextChange.isAfter(last) ? part.nextChange : last;
            }
        }
        return last;
    }
}
