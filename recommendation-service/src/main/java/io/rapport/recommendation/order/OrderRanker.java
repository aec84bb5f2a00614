package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Evidence;
import io.rapport.recommendation.session.ScoredItem;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Ranks what a customer may buy next. Its weights are learned at several moments before the newest order, each time from
 * what was known then; then all that is known is counted anew from every order and the weights are kept. Immutable, safe
 * for any number of threads.
 */
public final class OrderRanker {
    /** With fewer examples there is too little to learn from. */
    public static final int LEAST_EXAMPLES = 100;

    private static final int LOOKED_AT_TWICE = 150;

    private final Knowledge knowledge;
    private final Forest forest;

    private OrderRanker(Knowledge knowledge, Forest forest) {
        this.knowledge = knowledge;
        this.forest = forest;
    }

    /** Learns from orders; empty when fewer than {@value #LEAST_EXAMPLES} customers ordered again. */
    public static Optional<OrderRanker> fit(Orders orders, ItemAttributes attributes, RankerSettings settings) {
        List<Example> examples = orders.isEmpty() ? List.of() : new Lessons(orders, attributes, settings).draw();
        if (examples.size() < LEAST_EXAMPLES) {
            return Optional.empty();
        }
        Forest forest = Forest.fit(examples, settings);
        return Optional.of(new OrderRanker(new Knowledge(orders, attributes), forest));
    }

    /** The ranker that fewer trees would have given: to choose their number, all of them are grown once. */
    public OrderRanker withTrees(int count) {
        return new OrderRanker(knowledge, forest.first(count));
    }

    /** The best items for a customer at that moment (epoch milliseconds), the best first. */
    public List<ScoredItem> recommend(Customer customer, long at, int limit, IntPredicate allowed) {
        Knowledge.Readings readings = knowledge.read(customer, at);
        int[] candidates = readings.candidates(allowed);
        double[] scores = forest.scores(readings.describe(candidates), Math.max(limit, LOOKED_AT_TWICE));
        int[] best = IntStream.range(0, scores.length)
                .filter(i -> scores[i] > Double.NEGATIVE_INFINITY)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> candidates[i]))
                .limit(limit)
                .mapToInt(i -> i)
                .toArray();
        Int2ObjectOpenHashMap<Evidence> because = readings.explain(
                new IntOpenHashSet(Arrays.stream(best).map(i -> candidates[i]).toArray()));
        return Arrays.stream(best)
                .mapToObj(i -> new ScoredItem(candidates[i], scores[i], because.get(candidates[i])))
                .toList();
    }

    /** All that it would rank for a customer at that moment: what is not among them cannot be in an answer. */
    public IntSet candidates(Customer customer, long at, IntPredicate allowed) {
        return new IntOpenHashSet(knowledge.read(customer, at).candidates(allowed));
    }
}
