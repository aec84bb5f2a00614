package io.rapport.recommendation.order;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Grows one tree after the other by the second-order gradient of the softmax loss (Friedman: "Greedy function
 * approximation", Annals of Statistics 2001; Chen, Guestrin: "XGBoost", KDD 2016), each from half of the examples and a
 * third of the columns.
 */
final class Boosting {
    private static final int DEPTH = 4;
    private static final double RATE = 0.1;
    private static final double RIDGE = 20;
    private static final double ROWS = 0.5;
    private static final double COLUMNS = 0.35;
    private static final long SEED = 20_160_813;

    private final List<Example> examples;
    private final Random random = new Random(SEED);
    private final Bins bins;
    /** By column, then by row of all examples. */
    private final byte[][] binned;

    private final double[] scores;
    private final float[] gradients;
    private final float[] curvatures;
    private final int[] nodes;
    /** The rows of the examples that the next tree is grown from. */
    private final int[] taken;

    private int takenCount;

    Boosting(List<Example> examples, Softmax start) {
        this.examples = examples;
        this.bins = Bins.of(examples);
        int rows = examples.stream().mapToInt(example -> example.rows().length).sum();
        binned = new byte[bins.columns()][rows];
        scores = new double[rows];
        gradients = new float[rows];
        curvatures = new float[rows];
        nodes = new int[rows];
        taken = new int[rows];
        int at = 0;
        for (Example example : examples) {
            for (float[] row : example.rows()) {
                scores[at] = start.score(row);
                for (int column = 0; column < row.length; column++) {
                    binned[column][at] = (byte) bins.bin(column, row[column]);
                }
                at++;
            }
        }
    }

    /** The next tree; its values are taken into the scores that the one after it corrects. */
    Tree grow() {
        derive();
        Tree tree = new Tree(DEPTH);
        boolean[] looked = new boolean[bins.columns()];
        for (int column = 0; column < looked.length; column++) {
            looked[column] = random.nextDouble() < COLUMNS;
        }
        for (int level = 0; level < DEPTH; level++) {
            splitLevel(tree, level, looked);
        }
        fillLeaves(tree);
        return tree;
    }

    /** Gradients of the loss by the scores, of the examples that are taken into this tree. */
    private void derive() {
        Arrays.fill(nodes, 0);
        takenCount = 0;
        int at = 0;
        for (Example example : examples) {
            int rows = example.rows().length;
            if (random.nextDouble() < ROWS) {
                derive(example, at);
            }
            at += rows;
        }
    }

    private void derive(Example example, int at) {
        int rows = example.rows().length;
        double[] shares = Arrays.copyOfRange(scores, at, at + rows);
        example.shares(shares);
        for (int row = 0; row < rows; row++) {
            gradients[at + row] = (float) example.error(row, shares[row]);
            curvatures[at + row] = (float) (example.bought() * shares[row] * (1 - shares[row]));
            taken[takenCount++] = at + row;
        }
    }

    private void splitLevel(Tree tree, int level, boolean[] looked) {
        int first = (1 << level) - 1;
        Split[] best = new Split[1 << level];
        for (int i = 0; i < best.length; i++) {
            best[i] = new Split();
        }
        for (int column = 0; column < looked.length; column++) {
            if (looked[column]) {
                search(column, first, best);
            }
        }
        for (int i = 0; i < best.length; i++) {
            float threshold = best[i].gain <= 0 ? Float.POSITIVE_INFINITY : bins.above(best[i].column, best[i].bin);
            tree.split(first + i, best[i].column, threshold);
        }
        for (int row = 0; row < nodes.length; row++) {
            Split split = best[nodes[row] - first];
            boolean left = split.gain <= 0 || binned[split.column][row] <= split.bin;
            nodes[row] = 2 * nodes[row] + (left ? 1 : 2);
        }
    }

    private void search(int column, int first, Split[] best) {
        double[] gradient = new double[best.length * Bins.MOST];
        double[] curvature = new double[best.length * Bins.MOST];
        byte[] bin = binned[column];
        for (int i = 0; i < takenCount; i++) {
            int row = taken[i];
            int cell = (nodes[row] - first) * Bins.MOST + bin[row];
            gradient[cell] += gradients[row];
            curvature[cell] += curvatures[row];
        }
        for (int i = 0; i < best.length; i++) {
            best[i].offer(column, bins.count(column), gradient, curvature, i * Bins.MOST);
        }
    }

    private void fillLeaves(Tree tree) {
        double[] gradient = new double[tree.leaves.length];
        double[] curvature = new double[tree.leaves.length];
        int first = tree.columns.length;
        for (int i = 0; i < takenCount; i++) {
            int row = taken[i];
            gradient[nodes[row] - first] += gradients[row];
            curvature[nodes[row] - first] += curvatures[row];
        }
        for (int leaf = 0; leaf < gradient.length; leaf++) {
            tree.leaves[leaf] = (float) (-RATE * gradient[leaf] / (curvature[leaf] + RIDGE));
        }
        for (int row = 0; row < nodes.length; row++) {
            scores[row] += tree.leaves[nodes[row] - first];
        }
    }

    /** The best place to split a node, so far. */
    private static final class Split {
        int column;
        int bin;
        double gain;

        void offer(int of, int count, double[] gradient, double[] curvature, int from) {
            double allGradient = 0;
            double allCurvature = 0;
            for (int cell = from; cell < from + count; cell++) {
                allGradient += gradient[cell];
                allCurvature += curvature[cell];
            }
            double leftGradient = 0;
            double leftCurvature = 0;
            double whole = quality(allGradient, allCurvature);
            for (int cut = 0; cut < count - 1; cut++) {
                leftGradient += gradient[from + cut];
                leftCurvature += curvature[from + cut];
                double parts = quality(leftGradient, leftCurvature)
                        + quality(allGradient - leftGradient, allCurvature - leftCurvature);
                if (parts - whole > gain) {
                    gain = parts - whole;
                    column = of;
                    bin = cut;
                }
            }
        }

        private static double quality(double gradient, double curvature) {
            return gradient * gradient / (curvature + RIDGE);
        }
    }
}
