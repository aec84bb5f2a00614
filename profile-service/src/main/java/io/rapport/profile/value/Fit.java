package io.rapport.profile.value;

/**
 * A model of greatest likelihood.
 *
 * @param logLikelihood of the whole sample, natural logarithm
 * @param customers that the sample has
 */
public record Fit<M>(M model, double logLikelihood, long customers, Convergence convergence) {}
