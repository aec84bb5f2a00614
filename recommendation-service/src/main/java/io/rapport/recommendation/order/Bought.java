package io.rapport.recommendation.order;

import io.rapport.recommendation.session.ItemCosine;
import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.ScoredItem;
import io.rapport.recommendation.session.Shortlist;
import it.unimi.dsi.fastutil.ints.Int2DoubleLinkedOpenHashMap;
import java.util.List;
import java.util.function.IntPredicate;

/** What a customer bought, each item weighing less the longer ago it was. */
record Bought(int[] items, double[] weights) {
    /** What weighs less is left out: it would cost as much as the rest and change nothing. */
    private static final double NEGLIGIBLE = 0.02;

    /** With weights that halve every so many days; the latest purchases are the measure of what is negligible. */
    static Bought of(Customer customer, long at, double halfLife) {
        Int2DoubleLinkedOpenHashMap weights = new Int2DoubleLinkedOpenHashMap();
        double least = customer.history().isEmpty() ? 0 : NEGLIGIBLE * Halving.of(at - customer.latest(), halfLife);
        for (Purchase purchase : customer.history()) {
            double weight = Halving.of(at - purchase.at(), halfLife);
            if (weight >= least) {
                weights.mergeDouble(purchase.item(), weight, Double::sum);
            }
        }
        return new Bought(weights.keySet().toIntArray(), weights.values().toDoubleArray());
    }

    Shortlist goesWith(ItemCosine cosine, int limit) {
        return cosine.shortlist(items, weights, limit);
    }

    /** The same with why, for some items only. */
    List<ScoredItem> explained(ItemCosine cosine, int limit, IntPredicate wanted) {
        return cosine.relatedOrSame(items, weights, limit, wanted);
    }
}
