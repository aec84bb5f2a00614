package io.rapport.recommendation.session;

import java.io.IOException;
import java.util.Arrays;

/**
 * Softmax regression over the candidates of one query: which of them is clicked next? Learned by Adagrad (Duchi, Hazan,
 * Singer: "Adaptive subgradient methods", JMLR 2011) from features that are standardised and clipped.
 */
final class Regression {
    private static final float CLIP = 8;
    private static final double RATE = 0.1;

    private final float[] means = new float[Features.COLUMNS];
    private final float[] deviations = new float[Features.COLUMNS];
    /** One over the deviations, as multiplying is faster than dividing. */
    private final float[] scales = new float[Features.COLUMNS];

    private final float[] weights = new float[Features.COLUMNS];

    Regression() {
        Arrays.fill(deviations, 1);
        invert();
    }

    /** Standardises the features and answers every candidate's probability. */
    double[] probabilities(Features features) {
        features.standardise(means, scales, CLIP);
        double[] scores = new double[features.rows];
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < scores.length; row++) {
            scores[row] = features.dot(row, weights);
            most = Math.max(most, scores[row]);
        }
        double sum = 0;
        for (int row = 0; row < scores.length; row++) {
            scores[row] = Math.exp(scores[row] - most);
            sum += scores[row];
        }
        for (int row = 0; row < scores.length; row++) {
            scores[row] /= sum;
        }
        return scores;
    }

    void write(SnapshotWriter out) throws IOException {
        for (float[] values : new float[][] {means, deviations, weights}) {
            out.writeFloats(values);
        }
    }

    static Regression read(SnapshotReader in) throws IOException {
        Regression read = new Regression();
        for (float[] values : new float[][] {read.means, read.deviations, read.weights}) {
            float[] stored = in.readFloats();
            if (stored.length != values.length) {
                throw new CorruptSnapshotException(
                        "the re-ranker weighs " + stored.length + " features, and this one " + values.length);
            }
            System.arraycopy(stored, 0, values, 0, values.length);
        }
        read.invert();
        return read;
    }

    private void invert() {
        for (int column = 0; column < Features.COLUMNS; column++) {
            scales[column] = 1 / deviations[column];
        }
    }

    /** Learns the features' scales, then their weights. */
    static final class Fit {
        private final Regression fitted = new Regression();
        private final double[] sums = new double[Features.COLUMNS];
        private final double[] squares = new double[Features.COLUMNS];
        private final double[] gradient = new double[Features.COLUMNS];
        private final double[] steps = new double[Features.COLUMNS];
        private long seen;

        /** Looks at raw features; before {@link #scale}. */
        void look(Features features) {
            for (int row = 0; row < features.rows; row++) {
                for (int column = 0; column < Features.COLUMNS; column++) {
                    double value = features.value(row, column);
                    sums[column] += value;
                    squares[column] += value * value;
                }
            }
            seen += features.rows;
        }

        void scale() {
            for (int column = 0; column < Features.COLUMNS; column++) {
                double mean = sums[column] / seen;
                double variance = squares[column] / seen - mean * mean;
                fitted.means[column] = (float) mean;
                fitted.deviations[column] = variance > 1e-12 ? (float) Math.sqrt(variance) : 1;
            }
            fitted.invert();
        }

        /** One step down the gradient of the loss of one query, whose next click was on the candidate of that row. */
        void learn(Features features, int clicked, int epoch) {
            double[] probabilities = fitted.probabilities(features);
            Arrays.fill(gradient, 0);
            for (int row = 0; row < features.rows; row++) {
                features.addTo(gradient, row, row == clicked ? probabilities[row] - 1 : probabilities[row]);
            }
            for (int column = 0; column < Features.COLUMNS; column++) {
                steps[column] += gradient[column] * gradient[column];
                double rate = RATE / (1 + epoch) / Math.sqrt(steps[column] + 1e-8);
                fitted.weights[column] -= (float) (rate * gradient[column]);
            }
        }

        Regression fitted() {
            return fitted;
        }
    }
}
