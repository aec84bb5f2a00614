package io.rapport.recommendation.session;

import java.util.Arrays;

/** The best of the scored items, the best first, without why: of hundreds of candidates only a few are ever explained. */
public final class Shortlist {
    private final int[] items;
    private final double[] scores;

    Shortlist(TopItems sorted) {
        items = sorted.items();
        scores = new double[items.length];
        Arrays.setAll(scores, sorted::score);
    }

    public int size() {
        return items.length;
    }

    public int item(int rank) {
        return items[rank];
    }

    public double score(int rank) {
        return scores[rank];
    }
}
