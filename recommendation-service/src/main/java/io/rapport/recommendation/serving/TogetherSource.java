package io.rapport.recommendation.serving;

import io.rapport.recommendation.session.ItemCosine;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What goes with the page's product, the cart, or what the visitor met last. */
final class TogetherSource implements Source {
    /** A cart's latest products tell enough, and one of ten thousand costs no more than this. */
    private static final int MOST_SEEDS = 50;

    private static final double FADING = 0.8;

    private final String model;
    private final String words;
    private final boolean cartFirst;
    private final Function<Occasion, ItemCosine> cosine;

    TogetherSource(String model, String words, boolean cartFirst, Function<Occasion, ItemCosine> cosine) {
        this.model = model;
        this.words = words;
        this.cartFirst = cartFirst;
        this.cosine = cosine;
    }

    @Override
    public List<Candidate> find(Occasion occasion, Predicate<String> allowed, int limit) {
        int[] seeds = occasion.numbers(occasion.seeds(cartFirst, MOST_SEEDS));
        double[] weights = new double[seeds.length];
        double weight = 1;
        for (int i = 0; i < seeds.length; i++) {
            weights[i] = weight;
            weight *= FADING;
        }
        return ModelSources.candidates(
                occasion,
                cosine.apply(occasion).related(seeds, weights, limit, item -> allowed.test(occasion.product(item))),
                new Reasons(occasion, model, words));
    }
}
