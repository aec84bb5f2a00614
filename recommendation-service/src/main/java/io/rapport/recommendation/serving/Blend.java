package io.rapport.recommendation.serving;

import io.rapport.recommendation.placement.Strategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A mix of strategies: each one's scores are brought to a largest of 1 and weighed, a product's add up, and the strategy that
 * gave most tells why.
 */
final class Blend {
    private static final int LEAST_DEPTH = 50;

    private final Map<String, Entry> entries = new HashMap<>();

    private static final class Entry {
        double score;
        double largest;
        Candidate teller;

        Entry(Candidate teller) {
            this.teller = teller;
        }
    }

    private Blend() {}

    /** The best products of the mix, the best first. */
    static List<Candidate> of(List<Strategy> strategies, Occasion occasion, Predicate<String> allowed, int limit) {
        Blend blend = new Blend();
        int depth = Math.max(LEAST_DEPTH, 2 * limit);
        for (Strategy strategy : strategies) {
            List<Candidate> found = Sources.of(strategy.type()).find(occasion, allowed, depth);
            blend.add(found, strategy.weight());
        }
        return blend.best(limit);
    }

    private void add(List<Candidate> found, double weight) {
        double most = found.stream().mapToDouble(Candidate::score).max().orElse(0);
        for (Candidate candidate : found) {
            double score = most > 0 ? weight * candidate.score() / most : 0;
            Entry entry = entries.computeIfAbsent(candidate.productId(), id -> new Entry(candidate));
            entry.score += score;
            if (score > entry.largest) {
                entry.largest = score;
                entry.teller = candidate;
            }
        }
    }

    private List<Candidate> best(int limit) {
        List<Candidate> best = new ArrayList<>(entries.size());
        entries.forEach((id, entry) -> best.add(new Candidate(id, entry.score, entry.teller.because())));
        best.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::productId));
        return best.size() <= limit ? best : best.subList(0, limit);
    }
}
