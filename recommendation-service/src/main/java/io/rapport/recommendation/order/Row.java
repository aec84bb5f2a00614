package io.rapport.recommendation.order;

import java.util.Arrays;

/** What is known of one candidate, column by column. Scratch space. */
final class Row {
    private static final double FLOOR = 0.003;

    private float[] values = new float[64];
    private int count;

    void clear() {
        count = 0;
    }

    void put(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = (float) value;
    }

    /** Puts zeros. */
    void skip(int columns) {
        for (int column = 0; column < columns; column++) {
            put(0);
        }
    }

    void put(boolean holds) {
        put(holds ? 1 : 0);
    }

    /** A score from 0 to 1 and its logarithm, as the one tells large scores apart and the other small ones. */
    void putScore(double score) {
        put(score);
        put(Math.log(score + FLOOR));
    }

    float[] values() {
        return Arrays.copyOf(values, count);
    }
}
