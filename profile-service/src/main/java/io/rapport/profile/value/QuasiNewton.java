package io.rapport.profile.value;

import io.rapport.profile.value.Convergence.Outcome;

/**
 * BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 6.1) within a box: coordinates that push against
 * their bound are held (section 16.7). The line search backtracks (algorithm 3.1); a step without curvature does not change
 * the approximation, so that it stays positive definite. For the few parameters of these models; written here since the
 * kept-up libraries of the JVM have no bounded quasi-Newton method that would take three or four parameters as simply.
 */
final class QuasiNewton {
    private static final double SLOPE = 1e-9;
    /** A slope as small as rounding leaves it when no step improves the value any more. */
    private static final double SLOPE_OF_ROUNDING = 1e-7;

    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double ROUNDING = 1e-12;
    /** Of a logarithm: no parameter changes by more than e² in a step. */
    private static final double LONGEST_STEP = 2;

    private static final int ITERATIONS = 500;
    private static final int HALVINGS = 40;

    private final Objective objective;
    private final Box box;
    private final InverseHessian hessian;
    private final int n;
    private double[] at;
    private double[] gradient;
    private double value;
    private int evaluations;

    private QuasiNewton(Objective objective, Box box, double[] start) {
        this.objective = objective;
        this.box = box;
        this.n = start.length;
        this.hessian = new InverseHessian(n);
        this.at = new double[n];
        for (int i = 0; i < n; i++) {
            at[i] = box.clamp(i, start[i]);
        }
        this.gradient = new double[n];
        this.value = evaluate(at, gradient);
    }

    static Minimum minimise(Objective objective, Box box, double[] start) {
        return new QuasiNewton(objective, box, start).run();
    }

    private Minimum run() {
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double slope = slope();
            if (slope <= SLOPE) {
                return minimum(iteration, slope, Outcome.CONVERGED);
            }
            if (!step() && (slope <= SLOPE_OF_ROUNDING || !restart())) {
                return minimum(iteration, slope, slope <= SLOPE_OF_ROUNDING ? Outcome.CONVERGED : Outcome.STALLED);
            }
        }
        return minimum(ITERATIONS, slope(), Outcome.ITERATION_LIMIT);
    }

    private Minimum minimum(int iterations, double slope, Outcome outcome) {
        Outcome told = outcome == Outcome.CONVERGED && box.edges(at) ? Outcome.AT_BOUND : outcome;
        return new Minimum(at, value, slope, iterations, evaluations, told);
    }

    /** One more try, by steepest descent, if that was not what failed. */
    private boolean restart() {
        if (hessian.isIdentity()) {
            return false;
        }
        hessian.reset();
        return step();
    }

    private boolean step() {
        double[] direction = hessian.direction(gradient, this::held);
        double slope = dot(direction, gradient);
        double factor = Math.min(1, LONGEST_STEP / largest(direction));
        for (int halving = 0; slope < 0 && halving < HALVINGS; halving++) {
            if (tryStep(direction, factor, slope)) {
                return true;
            }
            factor /= 2;
        }
        return false;
    }

    private boolean tryStep(double[] direction, double factor, double slope) {
        double[] next = new double[n];
        for (int i = 0; i < n; i++) {
            next[i] = box.clamp(i, at[i] + factor * direction[i]);
        }
        double[] nextGradient = new double[n];
        double nextValue = evaluate(next, nextGradient);
        double enough = value + SUFFICIENT_DECREASE * factor * slope;
        boolean lower = nextValue <= enough;
        // Where rounding hides the decrease, a smaller slope tells of it.
        boolean flatter = nextValue <= value + ROUNDING * Math.abs(value) && norm(nextGradient) < norm(gradient) / 2;
        if (Double.isInfinite(nextValue) || (!lower && !flatter)) {
            return false;
        }
        hessian.learn(minus(next, at), minus(nextGradient, gradient));
        at = next;
        gradient = nextGradient;
        value = nextValue;
        return true;
    }

    private boolean held(int i) {
        return box.blocks(i, at[i], gradient[i]);
    }

    private double slope() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = held(i) ? largest : Math.max(largest, Math.abs(gradient[i]));
        }
        return largest;
    }

    private double evaluate(double[] point, double[] slopes) {
        evaluations++;
        double result = objective.value(point, slopes);
        return Double.isNaN(result) ? Double.POSITIVE_INFINITY : result;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double largest(double[] vector) {
        double largest = Double.MIN_NORMAL;
        for (double v : vector) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
