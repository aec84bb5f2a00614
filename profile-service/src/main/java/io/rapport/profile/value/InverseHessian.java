package io.rapport.profile.value;

import java.util.function.IntPredicate;

/** The approximation that BFGS learns from the steps taken: Nocedal and Wright, equations 6.17 and 6.20. */
final class InverseHessian {
    private static final double CURVATURE = 1e-10;

    private final double[][] h;
    private boolean identity;

    InverseHessian(int n) {
        h = new double[n][n];
        reset();
    }

    void reset() {
        scale(1);
        identity = true;
    }

    boolean isIdentity() {
        return identity;
    }

    /** -H g over the coordinates that are not held. */
    double[] direction(double[] gradient, IntPredicate held) {
        double[] direction = new double[gradient.length];
        for (int i = 0; i < direction.length; i++) {
            for (int j = 0; j < direction.length && !held.test(i); j++) {
                direction[i] -= held.test(j) ? 0 : h[i][j] * gradient[j];
            }
        }
        return direction;
    }

    /**
     * @param s the step
     * @param y the change of the gradient over it
     */
    void learn(double[] s, double[] y) {
        double sy = QuasiNewton.dot(s, y);
        if (sy <= CURVATURE * Math.sqrt(QuasiNewton.dot(s, s) * QuasiNewton.dot(y, y))) {
            return;
        }
        if (identity) {
            scale(sy / QuasiNewton.dot(y, y));
            identity = false;
        }
        update(s, y, sy);
    }

    private void update(double[] s, double[] y, double sy) {
        int n = s.length;
        double[] hy = new double[n];
        for (int i = 0; i < n; i++) {
            hy[i] = QuasiNewton.dot(h[i], y);
        }
        double factor = (1 + QuasiNewton.dot(y, hy) / sy) / sy;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private void scale(double diagonal) {
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j < h.length; j++) {
                h[i][j] = i == j ? diagonal : 0;
            }
        }
    }
}
