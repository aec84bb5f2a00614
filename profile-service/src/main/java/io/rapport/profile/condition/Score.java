package io.rapport.profile.condition;

import io.rapport.profile.condition.time.Sweep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number as a trait, {@code computed.scores.<id>}: the sum of the weights of the conditions that hold. */
public record Score(List<Weighted> weights) {
    public Score {
        weights = List.copyOf(weights);
    }

    /**
     * A condition and what it is worth.
     *
     * @param weight may be negative
     */
    public record Weighted(Condition condition, BigDecimal weight) {}

    /**
     * A score at a moment.
     *
     * @param nextChange the earliest moment at which it may change without a new event; null if it never does
     * @param recompute as in {@link Truth#recompute}; the value says nothing where there are any
     */
    public record Points(BigDecimal value, @Nullable Instant nextChange, Set<LeafId> recompute) {}

    public Points evaluate(Subject subject, Instant now) {
        BigDecimal value = BigDecimal.ZERO;
        Instant nextChange = null;
        Set<LeafId> recompute = new HashSet<>();
        for (Weighted each : weights) {
            Truth truth = each.condition().evaluate(subject, now);
            value = truth.holds() ? value.add(each.weight()) : value;
            nextChange = Sweep.earlier(nextChange, truth.nextChange());
            recompute.addAll(truth.recompute());
        }
        return new Points(value, nextChange, recompute);
    }
}
