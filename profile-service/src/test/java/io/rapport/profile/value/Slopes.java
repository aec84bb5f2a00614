package io.rapport.profile.value;

/** Gradients by central differences with Richardson's extrapolation. */
final class Slopes {
    private static final double STEP = 1e-3;

    private Slopes() {}

    static double[] of(Objective objective, double[] at) {
        double[] slopes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            slopes[i] = (4 * central(objective, at, i, STEP / 2) - central(objective, at, i, STEP)) / 3;
        }
        return slopes;
    }

    private static double central(Objective objective, double[] at, int i, double step) {
        double[] up = at.clone();
        double[] down = at.clone();
        up[i] += step;
        down[i] -= step;
        double[] ignored = new double[at.length];
        return (objective.value(up, ignored) - objective.value(down, ignored)) / (2 * step);
    }
}
