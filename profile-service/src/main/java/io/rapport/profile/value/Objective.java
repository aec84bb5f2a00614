package io.rapport.profile.value;

/** A smooth function to be made small. */
interface Objective {
    /**
     * The function and its slopes at a point.
     *
     * @param at not kept and not changed
     * @param gradient of the same length, written to
     * @return the value, which may be infinite or NaN where the function has none
     */
    double value(double[] at, double[] gradient);
}
