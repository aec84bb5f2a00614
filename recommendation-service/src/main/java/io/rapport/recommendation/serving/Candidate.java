package io.rapport.recommendation.serving;

import java.util.function.Supplier;

/** A product that a strategy found. Why is asked only of those that are shown. */
record Candidate(String productId, double score, Supplier<Because> because) {}
