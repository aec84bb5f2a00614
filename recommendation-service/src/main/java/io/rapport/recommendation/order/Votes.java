package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Shortlist;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;

/** A list of items that one source thinks fit, and how well next to the best of them. */
final class Votes {
    private static final int PROPOSED = 120;

    private final Shortlist best;
    private final Int2DoubleOpenHashMap shares;

    Votes(Shortlist best) {
        this.best = best;
        this.shares = new Int2DoubleOpenHashMap(best.size());
        for (int rank = 0; rank < best.size(); rank++) {
            shares.put(best.item(rank), best.score(rank) / best.score(0));
        }
    }

    void propose(Candidates candidates) {
        candidates.addBest(best, PROPOSED);
    }

    /** 1 for the best, 0 for what is not in the list. */
    double share(int item) {
        return shares.get(item);
    }
}
