package io.rapport.recommendation.session;

/**
 * Watches over a fitting, which takes long: it is asked after every example, on the fitting's own thread, where it may also
 * slow the work down or break it off by an exception.
 */
@FunctionalInterface
public interface FittingWatch {
    /** Lets everything be learned, as fast as it goes. */
    FittingWatch NONE = progress -> true;

    /** Whether to learn on; else what was learned until now is the result. Progress is from 0 to 1. */
    boolean goesOn(double progress);
}
