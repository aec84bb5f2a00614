package io.rapport.recommendation.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model was learned from and how good it is.
 *
 * @param holdsThrough the newest interaction in it
 * @param quality measured on its newest sessions with a model of the older ones; null where there are too few
 * @param fitting of the re-ranker's weights, for this model or an earlier one; null before the first
 */
public record BuildReport(
        long interactions,
        int sessions,
        int orders,
        int items,
        @Nullable Instant holdsThrough,
        Map<String, Long> milliseconds,
        @Nullable Quality quality,
        @Nullable Fitting fitting) {

    /** The same model after a fitting. */
    BuildReport with(Quality measured, Fitting latest) {
        return new BuildReport(interactions, sessions, orders, items, holdsThrough, milliseconds, measured, latest);
    }

    /** How often the item that came next is among the first twenty answers, and the mean of one over its rank. */
    public record Figures(double hitRate20, double mrr20) {
        double sum() {
            return hitRate20 + mrr20;
        }
    }

    /**
     * How often the last item of a held-out session is among the first twenty answers (HR@20), and the mean of one over its
     * rank (MRR@20).
     *
     * @param hitRate20 of what is served: re-ranked where that is better
     * @param plain of the neighbours alone
     * @param reranked with the re-ranker's second look; null where there is none
     * @param popularity of the most popular items
     */
    public record Quality(
            int heldOut,
            double hitRate20,
            double mrr20,
            double popularityHitRate20,
            @Nullable Figures plain,
            @Nullable Figures reranked,
            @Nullable Figures popularity) {

        static Quality of(int heldOut, Figures plain, @Nullable Figures reranked, Figures popularity) {
            Figures served = isBetter(reranked, plain) ? reranked : plain;
            return new Quality(
                    heldOut, served.hitRate20(), served.mrr20(), popularity.hitRate20(), plain, reranked, popularity);
        }

        /** Whether the second look is worth it, by the sum of both figures. */
        boolean prefersReranked() {
            return isBetter(reranked, plain);
        }

        private static boolean isBetter(@Nullable Figures reranked, @Nullable Figures plain) {
            return reranked != null && plain != null && reranked.sum() > plain.sum();
        }
    }

    /**
     * The latest fitting of the re-ranker's weights.
     *
     * @param sessions of the model that they were fitted for
     * @param examples clicks that there were to learn from; fewer were used where the time was up before
     * @param better whether they answered the held-out sessions better than the neighbours alone; if not, they are not served
     */
    public record Fitting(Instant at, int sessions, int examples, long cpuMilliseconds, boolean better) {}
}
