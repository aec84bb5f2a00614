package io.rapport.recommendation.order;

import it.unimi.dsi.fastutil.floats.FloatArrays;
import java.util.Arrays;
import java.util.List;

/** Cuts every column into intervals that hold about as many rows each, so that a split is searched among few thresholds. */
final class Bins {
    static final int MOST = 48;
    private static final int SAMPLE = 20_000;

    /** By column: a value belongs to the bin of the number of edges that are not above it. */
    private final float[][] edges;

    private Bins(float[][] edges) {
        this.edges = edges;
    }

    static Bins of(List<Example> examples) {
        int rows = examples.stream().mapToInt(example -> example.rows().length).sum();
        int step = Math.max(1, rows / SAMPLE);
        float[][] sample = new float[(rows + step - 1) / step][];
        int seen = 0;
        for (Example example : examples) {
            for (float[] row : example.rows()) {
                if (seen % step == 0) {
                    sample[seen / step] = row;
                }
                seen++;
            }
        }
        float[][] edges = new float[sample[0].length][];
        for (int column = 0; column < edges.length; column++) {
            edges[column] = edges(sample, column);
        }
        return new Bins(edges);
    }

    int columns() {
        return edges.length;
    }

    int bin(int column, float value) {
        int found = Arrays.binarySearch(edges[column], value);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The value from which on a row is in a later bin than this. */
    float above(int column, int bin) {
        return edges[column][bin];
    }

    /** How many bins the column has. */
    int count(int column) {
        return edges[column].length + 1;
    }

    private static float[] edges(float[][] sample, int column) {
        float[] values = new float[sample.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = sample[row][column];
        }
        FloatArrays.quickSort(values);
        float[] edges = new float[MOST - 1];
        int count = 0;
        for (int bin = 1; bin < MOST; bin++) {
            float edge = values[(int) ((long) values.length * bin / MOST)];
            if (edge > values[0] && (count == 0 || edge > edges[count - 1])) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }
}
