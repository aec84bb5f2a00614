package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Shortlist;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.function.IntPredicate;

/** The items that are worth a closer look, each once and none that is not allowed. */
final class Candidates {
    private final IntOpenHashSet known = new IntOpenHashSet();
    private final IntArrayList items = new IntArrayList();
    private final IntPredicate allowed;

    Candidates(IntPredicate allowed) {
        this.allowed = allowed;
    }

    void add(int item) {
        if (allowed.test(item) && known.add(item)) {
            items.add(item);
        }
    }

    /** Takes the best of a list that are allowed, until it took so many, known ones included. */
    void addBest(Shortlist best, int most) {
        int taken = 0;
        for (int rank = 0; rank < best.size() && taken < most; rank++) {
            int item = best.item(rank);
            if (allowed.test(item)) {
                add(item);
                taken++;
            }
        }
    }

    void addBest(int[] best, int most) {
        int taken = 0;
        for (int rank = 0; rank < best.length && taken < most; rank++) {
            if (allowed.test(best[rank])) {
                add(best[rank]);
                taken++;
            }
        }
    }

    boolean contains(int item) {
        return known.contains(item);
    }

    int[] items() {
        return items.toIntArray();
    }
}
