package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.order.Customer;
import io.rapport.recommendation.session.ScoredItem;
import java.util.List;
import java.util.function.IntPredicate;

/** A model under test: the best items for a customer's next order, the best first. */
@FunctionalInterface
interface OrderPredictor {
    List<ScoredItem> predict(Customer customer, int limit, IntPredicate allowed);
}
