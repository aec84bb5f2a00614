package io.rapport.recommendation.placement;

/**
 * A strategy in a placement's mix.
 *
 * @param weight what its best product counts; scores of one product add up
 */
public record Strategy(StrategyType type, double weight) {}
