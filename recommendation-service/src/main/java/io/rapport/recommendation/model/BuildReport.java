package io.rapport.recommendation.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model was learned from and how good it is.
 *
 * @param holdsThrough the newest interaction in it
 * @param quality measured on its newest sessions with a model of the older ones; null where there are too few
 */
public record BuildReport(
        long interactions,
        int sessions,
        int orders,
        int items,
        @Nullable Instant holdsThrough,
        Map<String, Long> milliseconds,
        @Nullable Quality quality) {

    /**
     * How often the last item of a held-out session is among the first twenty answers (HR@20), the mean of one over its
     * rank (MRR@20), and the same hit rate of the most popular items.
     */
    public record Quality(int heldOut, double hitRate20, double mrr20, double popularityHitRate20) {}
}
