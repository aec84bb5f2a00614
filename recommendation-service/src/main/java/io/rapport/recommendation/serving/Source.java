package io.rapport.recommendation.serving;

import java.util.List;
import java.util.function.Predicate;

/** A strategy at work: the best products for an occasion among those allowed, the best first. */
@FunctionalInterface
interface Source {
    List<Candidate> find(Occasion occasion, Predicate<String> allowed, int limit);
}
