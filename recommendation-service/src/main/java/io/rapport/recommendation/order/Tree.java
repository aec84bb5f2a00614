package io.rapport.recommendation.order;

/** A regression tree of fixed depth: the children of node n are 2n + 1 and 2n + 2, the leaves are the last level. */
final class Tree {
    final int depth;
    final int[] columns;
    final float[] thresholds;
    final float[] leaves;

    Tree(int depth) {
        this.depth = depth;
        int inner = (1 << depth) - 1;
        columns = new int[inner];
        thresholds = new float[inner];
        leaves = new float[inner + 1];
    }

    /** Rows from that value of the column on go to the right. */
    void split(int node, int column, float threshold) {
        columns[node] = column;
        thresholds[node] = threshold;
    }

    double value(float[] row) {
        int node = 0;
        for (int level = 0; level < depth; level++) {
            node = 2 * node + (row[columns[node]] < thresholds[node] ? 1 : 2);
        }
        return leaves[node - columns.length];
    }
}
