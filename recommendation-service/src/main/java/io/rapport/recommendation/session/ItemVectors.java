package io.rapport.recommendation.session;

import java.util.Random;

/**
 * A place in space for every item, near those that are clicked around it: the strongest directions of the transition
 * graph, found by orthogonal iteration from a random start (Halko, Martinsson, Tropp: "Finding structure with
 * randomness", SIAM Review 2011). With M the transitions' cosines and A = (I+M)/2, a random block is multiplied by A and
 * made orthonormal by Cholesky, over and over.
 */
final class ItemVectors {
    static final int DIMENSIONS = 64;
    private static final int ROUNDS = 8;
    private static final long SEED = 20_220_612;
    private static final double RIDGE = 1e-9;

    private final float[] values;

    ItemVectors(float[] values) {
        this.values = values;
    }

    static ItemVectors build(Transitions transitions) {
        float[] block = random(transitions.rows() * DIMENSIONS);
        float[] cosines = cosines(transitions);
        for (int round = 0; round < ROUNDS; round++) {
            block = spread(transitions, cosines, spread(transitions, cosines, block));
            orthonormalise(block);
        }
        block = spread(transitions, cosines, block);
        normaliseRows(block);
        return new ItemVectors(block);
    }

    /**
     * The cosine of the angle between two items; 0 for an item that it does not know. It is summed in four strands, which
     * the processor adds side by side.
     */
    double cosine(int one, int other) {
        int a = one * DIMENSIONS;
        int b = other * DIMENSIONS;
        if (Math.max(a, b) >= values.length) {
            return 0;
        }
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int i = 0; i < DIMENSIONS; i += 4) {
            first += values[a + i] * values[b + i];
            second += values[a + i + 1] * values[b + i + 1];
            third += values[a + i + 2] * values[b + i + 2];
            fourth += values[a + i + 3] * values[b + i + 3];
        }
        return first + second + (third + fourth);
    }

    float[] values() {
        return values;
    }

    private static float[] random(int length) {
        Random random = new Random(SEED);
        float[] block = new float[length];
        for (int i = 0; i < length; i++) {
            block[i] = (float) random.nextGaussian();
        }
        return block;
    }

    private static float[] cosines(Transitions transitions) {
        float[] cosines = new float[transitions.items.length];
        for (int row = 0; row < transitions.rows(); row++) {
            for (int at = transitions.starts[row]; at < transitions.starts[row + 1]; at++) {
                cosines[at] = (float) transitions.cosine(row, at);
            }
        }
        return cosines;
    }

    /** (I+M)/2 times the block. */
    private static float[] spread(Transitions transitions, float[] cosines, float[] block) {
        float[] product = block.clone();
        for (int row = 0; row < transitions.rows(); row++) {
            for (int at = transitions.starts[row]; at < transitions.starts[row + 1]; at++) {
                add(product, row, cosines[at], block, transitions.items[at]);
            }
        }
        for (int i = 0; i < product.length; i++) {
            product[i] /= 2;
        }
        return product;
    }

    private static void add(float[] to, int row, float weight, float[] from, int item) {
        int target = row * DIMENSIONS;
        int source = item * DIMENSIONS;
        for (int i = 0; i < DIMENSIONS; i++) {
            to[target + i] += weight * from[source + i];
        }
    }

    /**
     * Makes the block's columns orthonormal: with XᵀX = LLᵀ, every row x becomes the solution y of Ly = x. It goes by L's
     * columns, as such loops run several numbers at a time.
     */
    private static void orthonormalise(float[] block) {
        double[][] columns = transposed(cholesky(gram(block)));
        double[] rest = new double[DIMENSIONS];
        for (int row = 0; row < block.length; row += DIMENSIONS) {
            load(block, row, rest);
            for (int i = 0; i < DIMENSIONS; i++) {
                double solved = rest[i] / columns[i][i];
                block[row + i] = (float) solved;
                subtract(rest, solved, columns[i], i + 1);
            }
        }
    }

    private static void subtract(double[] from, double factor, double[] values, int start) {
        for (int j = start; j < DIMENSIONS; j++) {
            from[j] -= factor * values[j];
        }
    }

    /** Half of XᵀX, the upper, as the other is the same. */
    private static double[][] gram(float[] block) {
        double[][] gram = new double[DIMENSIONS][DIMENSIONS];
        double[] values = new double[DIMENSIONS];
        for (int row = 0; row < block.length; row += DIMENSIONS) {
            load(block, row, values);
            for (int i = 0; i < DIMENSIONS; i++) {
                subtract(gram[i], -values[i], values, i);
            }
        }
        return transposed(gram);
    }

    private static void load(float[] block, int row, double[] values) {
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] = block[row + i];
        }
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[DIMENSIONS][DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            for (int j = 0; j < DIMENSIONS; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    /** The lower triangle L of LLᵀ; a direction that is (nearly) in the others is held up by a small ridge. */
    private static double[][] cholesky(double[][] gram) {
        double[][] lower = new double[DIMENSIONS][DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = gram[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(rest, RIDGE * gram[i][i] + RIDGE)) : rest / lower[j][j];
            }
        }
        return lower;
    }

    private static void normaliseRows(float[] block) {
        for (int row = 0; row < block.length; row += DIMENSIONS) {
            double sum = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                sum += block[row + i] * block[row + i];
            }
            float norm = (float) Math.sqrt(sum);
            for (int i = 0; i < DIMENSIONS; i++) {
                block[row + i] = norm == 0 ? 0 : block[row + i] / norm;
            }
        }
    }
}
