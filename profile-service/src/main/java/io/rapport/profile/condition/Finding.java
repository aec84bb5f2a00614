package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a condition holds or does not, for one of its leaves.
 *
 * @param pointer RFC 6901 JSON pointer of the leaf in the condition, {@code /all/0}
 * @param value the trait's value, the count with its latest times, the aggregate, or the times of the steps; null for nothing
 */
public record Finding(String pointer, boolean holds, JsonNode value) {

    /**
     * What each leaf finds, in the condition's order.
     *
     * @throws IllegalStateException where a leaf has to be recomputed first, see {@link Truth#recompute}
     */
    public static List<Finding> of(Condition condition, Subject subject, Instant now) {
        List<Finding> findings = new ArrayList<>();
        collect(condition, "", subject, now, findings);
        return findings;
    }

    private static void collect(
            Condition condition, String pointer, Subject subject, Instant now, List<Finding> findings) {
        if (condition instanceof Leaf leaf) {
            Truth truth = leaf.evaluate(subject, now);
            if (!truth.isKnown()) {
                throw new IllegalStateException("To be recomputed first: " + truth.recompute());
            }
            findings.add(new Finding(pointer, truth.holds(), leaf.observed(subject, now)));
        }
        condition
                .parts()
                .forEach(part -> collect(part.condition(), pointer + "/" + part.step(), subject, now, findings));
    }
}
