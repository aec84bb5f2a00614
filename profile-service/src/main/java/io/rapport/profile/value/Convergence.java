package io.rapport.profile.value;

/**
 * How a fit ended.
 *
 * @param gradient largest slope that was left: of the mean log-likelihood of a customer, by the logarithm of a parameter
 * @param starts how many starting points were tried
 * @param agreeing how many of them led to the best optimum; more than one speaks for a global one
 */
public record Convergence(Outcome outcome, double gradient, int iterations, int evaluations, int starts, int agreeing) {
    public enum Outcome {
        CONVERGED,
        /** A parameter ended at the edge of what is tried: the sample says too little, or the model is wrong for it. */
        AT_BOUND,
        /** No further ascent was found, though the slope is not small. */
        STALLED,
        ITERATION_LIMIT
    }

    public boolean reached() {
        return outcome == Outcome.CONVERGED;
    }
}
