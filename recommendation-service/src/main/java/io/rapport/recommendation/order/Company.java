package io.rapport.recommendation.order;

import io.rapport.recommendation.session.CosineParameters;
import io.rapport.recommendation.session.Evidence;
import io.rapport.recommendation.session.ItemCosine;
import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.ScoredItem;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.session.Sessions;
import it.unimi.dsi.fastutil.ints.Int2DoubleLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes with what the customer bought: in one order, in one customer's history, and in the orders most like it. */
final class Company implements Aspect {
    private static final int KEPT = 400;
    private static final int PROPOSED = 120;
    private static final int QUERY = 64;
    private static final int PER_ITEM = 200;
    private static final int LATEST = 250;

    private final ItemCosine together;
    private final ItemCosine sameCustomer;
    private final SessionIndex index;

    Company(Orders orders) {
        Sessions baskets = orders.baskets();
        together = ItemCosine.build(baskets, new CosineParameters(PER_ITEM, 2, 0.5, Duration.ofDays(45)));
        sameCustomer =
                ItemCosine.build(orders.histories(LATEST), new CosineParameters(PER_ITEM, 2, 0.5, Duration.ofDays(90)));
        index = SessionIndex.build(baskets, SessionParameters.published(2500, 500, QUERY));
    }

    @Override
    public Reading read(Customer customer, long at) {
        int[] latest = customer.history().stream()
                .skip(Math.max(0, customer.history().size() - QUERY))
                .mapToInt(Purchase::item)
                .toArray();
        List<Votes> votes = List.of(
                goesWith(together, customer, at, 20),
                goesWith(together, customer, at, 150),
                goesWith(sameCustomer, customer, at, 150),
                new Votes(latest.length == 0 ? List.of() : index.recommend(SessionQuery.of(latest, KEPT))));
        return new Told(votes);
    }

    private static Votes goesWith(ItemCosine cosine, Customer customer, long at, double halfLife) {
        Int2DoubleLinkedOpenHashMap weights = new Int2DoubleLinkedOpenHashMap();
        for (Purchase purchase : customer.history()) {
            weights.mergeDouble(purchase.item(), Halving.of(at - purchase.at(), halfLife), Double::sum);
        }
        int[] items = weights.keySet().toIntArray();
        return new Votes(cosine.relatedOrSame(items, weights.values().toDoubleArray(), KEPT, any -> true));
    }

    /** What supports the item, null when nothing does. */
    @Nullable
    static Evidence evidence(Reading told, int item) {
        for (Votes votes : ((Told) told).votes()) {
            ScoredItem vote = votes.byItem.get(item);
            if (vote != null) {
                return vote.evidence();
            }
        }
        return null;
    }

    private record Told(List<Votes> votes) implements Reading {
        @Override
        public void propose(Candidates candidates) {
            votes.forEach(one -> candidates.addBest(one.best, PROPOSED));
        }

        @Override
        public void describe(int item, Row row) {
            for (Votes one : votes) {
                row.putScore(one.share(item));
            }
        }
    }

    private static final class Votes {
        final List<ScoredItem> best;
        final Int2ObjectOpenHashMap<ScoredItem> byItem = new Int2ObjectOpenHashMap<>();

        Votes(List<ScoredItem> best) {
            this.best = best;
            best.forEach(one -> byItem.put(one.item(), one));
        }

        double share(int item) {
            ScoredItem one = byItem.get(item);
            return one == null ? 0 : one.score() / best.get(0).score();
        }
    }
}
