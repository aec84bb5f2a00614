package io.rapport.recommendation.order;

import io.rapport.recommendation.session.ScoredItem;
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

    /** The best items for a customer at that moment (epoch milliseconds), the best first. */
    public List<ScoredItem> recommend(Customer customer, long at, int limit, IntPredicate allowed) {
        Knowledge.Readings readings = knowledge.read(customer, at);
        int[] candidates = readings.candidates(allowed);
        double[] scores = new double[candidates.length];
        Row row = new Row();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = forest.score(readings.describe(candidates[i], row));
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> candidates[i]))
                .limit(limit)
                .map(i -> new ScoredItem(candidates[i], scores[i], readings.evidence(candidates[i])))
                .toList();
    }
}
