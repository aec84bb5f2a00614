package io.rapport.profile.value;

import java.util.Arrays;

/** Bounds of every coordinate, in which an optimiser stays. */
final class Box {
    private final double[] lower;
    private final double[] upper;

    Box(double[] lower, double[] upper) {
        this.lower = lower.clone();
        this.upper = upper.clone();
    }

    double clamp(int i, double value) {
        return Math.max(lower[i], Math.min(upper[i], value));
    }

    /** Whether descent would leave the box here. */
    boolean blocks(int i, double at, double slope) {
        return (at <= lower[i] && slope > 0) || (at >= upper[i] && slope < 0);
    }

    boolean edges(double[] at) {
        for (int i = 0; i < at.length; i++) {
            if (at[i] <= lower[i] || at[i] >= upper[i]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return Arrays.toString(lower) + ".." + Arrays.toString(upper);
    }
}
