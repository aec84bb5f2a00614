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
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** What goes with what the customer bought: in one order, in one customer's history, and in the orders most like it. */
final class Company implements Aspect {
    private static final int KEPT = 400;
    private static final int QUERY = 32;
    private static final int PER_ITEM = 200;
    private static final int LATEST = 150;

    private final ItemCosine together;
    private final ItemCosine sameCustomer;
    private final SessionIndex index;

    Company(Orders orders) {
        Sessions baskets = orders.baskets();
        together = ItemCosine.build(baskets, new CosineParameters(PER_ITEM, 2, 0.5, Duration.ofDays(45)));
        sameCustomer =
                ItemCosine.build(orders.histories(LATEST), new CosineParameters(PER_ITEM, 2, 0.5, Duration.ofDays(90)));
        index = SessionIndex.build(baskets, SessionParameters.published(1000, 500, QUERY));
    }

    @Override
    public Told read(Customer customer, long at) {
        return new Told(customer, at);
    }

    /** What the company of one customer's purchases says. */
    final class Told implements Reading {
        private final Bought lately;
        private final Bought ever;
        private final SessionQuery latest;
        private final List<Votes> votes;

        private Told(Customer customer, long at) {
            lately = Bought.of(customer, at, 20);
            ever = Bought.of(customer, at, 150);
            latest = SessionQuery.of(latest(customer), KEPT);
            votes = List.of(
                    new Votes(lately.goesWith(together, KEPT)),
                    new Votes(ever.goesWith(together, KEPT)),
                    new Votes(ever.goesWith(sameCustomer, KEPT)),
                    new Votes(index.shortlist(latest)));
        }

        @Override
        public void propose(Candidates candidates) {
            votes.forEach(one -> one.propose(candidates));
        }

        @Override
        public void describe(int item, Row row) {
            for (Votes one : votes) {
                row.putScore(one.share(item));
            }
        }

        /** Says what supports the few items that are answered; the votes for those are cast again, where there were any. */
        void explain(IntSet answered, Int2ObjectOpenHashMap<Evidence> because) {
            explain(0, answered, because, open -> lately.explained(together, KEPT, open));
            explain(1, answered, because, open -> ever.explained(together, KEPT, open));
            explain(2, answered, because, open -> ever.explained(sameCustomer, KEPT, open));
            explain(3, answered, because, open -> index.recommend(latest.allowing(open)));
        }

        private void explain(
                int source,
                IntSet answered,
                Int2ObjectOpenHashMap<Evidence> because,
                Function<IntPredicate, List<ScoredItem>> ask) {
            IntOpenHashSet open = new IntOpenHashSet();
            for (int item : answered) {
                if (!because.containsKey(item) && votes.get(source).share(item) > 0) {
                    open.add(item);
                }
            }
            if (!open.isEmpty()) {
                ask.apply(open::contains).forEach(one -> because.put(one.item(), one.evidence()));
            }
        }
    }

    private static int[] latest(Customer customer) {
        return customer.history().stream()
                .skip(Math.max(0, customer.history().size() - QUERY))
                .mapToInt(Purchase::item)
                .toArray();
    }
}
