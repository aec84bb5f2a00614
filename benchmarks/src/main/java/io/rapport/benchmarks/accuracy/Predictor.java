package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.session.ScoredItem;
import java.util.List;

/** A model under test: the best items to follow these clicks, the best first. */
@FunctionalInterface
interface Predictor {
    List<ScoredItem> predict(int[] clicks, int limit);
}
