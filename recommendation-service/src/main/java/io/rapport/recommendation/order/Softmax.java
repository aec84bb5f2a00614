package io.rapport.recommendation.order;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Softmax regression over a customer's candidates: which of them are bought? Learned by Adagrad (Duchi, Hazan, Singer:
 * "Adaptive subgradient methods", JMLR 2011) from columns that are standardised and clipped.
 */
final class Softmax {
    private static final float CLIP = 6;
    private static final double RATE = 0.1;
    private static final long SEED = 20_110_711;

    private final float[] means;
    private final float[] deviations;
    final double[] weights;

    private Softmax(int columns) {
        means = new float[columns];
        deviations = new float[columns];
        weights = new double[columns];
        Arrays.fill(deviations, 1);
    }

    /** The candidate's log-odds, comparable with those of the same customer's other candidates. */
    double score(float[] row) {
        double sum = 0;
        for (int column = 0; column < weights.length; column++) {
            sum += weights[column] * standard(row, column);
        }
        return sum;
    }

    static Softmax fit(List<Example> examples, int epochs, double shrinkage) {
        Softmax fitted = new Softmax(examples.get(0).rows()[0].length);
        fitted.scale(examples);
        new Descent(fitted, shrinkage).run(examples, epochs);
        return fitted;
    }

    private double standard(float[] row, int column) {
        float standard = (row[column] - means[column]) / deviations[column];
        return Math.max(-CLIP, Math.min(CLIP, standard));
    }

    private void scale(List<Example> examples) {
        double[] sums = new double[weights.length];
        double[] squares = new double[weights.length];
        double seen = 0;
        for (Example example : examples) {
            for (float[] row : example.rows()) {
                for (int column = 0; column < row.length; column++) {
                    sums[column] += row[column];
                    squares[column] += (double) row[column] * row[column];
                }
            }
            seen += example.rows().length;
        }
        for (int column = 0; column < sums.length; column++) {
            double mean = sums[column] / seen;
            double variance = squares[column] / seen - mean * mean;
            means[column] = (float) mean;
            deviations[column] = variance > 1e-9 ? (float) Math.sqrt(variance) : 1;
        }
    }

    /** Goes down the gradient, example by example. */
    private static final class Descent {
        private final Softmax fitted;
        private final double shrinkage;
        private final double[] steps;
        private final double[] gradient;

        Descent(Softmax fitted, double shrinkage) {
            this.fitted = fitted;
            this.shrinkage = shrinkage;
            this.steps = new double[fitted.weights.length];
            this.gradient = new double[fitted.weights.length];
        }

        void run(List<Example> examples, int epochs) {
            int[] order = new int[examples.size()];
            Arrays.setAll(order, i -> i);
            Random random = new Random(SEED);
            for (int epoch = 0; epoch < epochs; epoch++) {
                shuffle(order, random);
                for (int example : order) {
                    learn(examples.get(example), RATE / (1 + epoch));
                }
            }
        }

        private void learn(Example example, double rate) {
            double[] shares = shares(example);
            Arrays.fill(gradient, 0);
            for (int i = 0; i < shares.length; i++) {
                double error = example.error(i, shares[i]);
                float[] row = example.rows()[i];
                for (int column = 0; column < gradient.length; column++) {
                    gradient[column] += error * fitted.standard(row, column);
                }
            }
            for (int column = 0; column < gradient.length; column++) {
                double slope = gradient[column] + shrinkage * fitted.weights[column];
                steps[column] += slope * slope;
                fitted.weights[column] -= rate * slope / Math.sqrt(steps[column] + 1e-8);
            }
        }

        private double[] shares(Example example) {
            double[] shares = new double[example.rows().length];
            for (int row = 0; row < shares.length; row++) {
                shares[row] = fitted.score(example.rows()[row]);
            }
            example.shares(shares);
            return shares;
        }

        private static void shuffle(int[] order, Random random) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int one = order[i];
                order[i] = order[j];
                order[j] = one;
            }
        }
    }
}
