package io.rapport.recommendation.session;

/** The candidates of one query in rows, what is known of each in columns. Scratch space. */
final class Features {
    static final int COLUMNS = 60;
    private static final double FLOOR = 0.003;
    /** Most scores are 0. */
    private static final double LOG_OF_FLOOR = Math.log(FLOOR);

    private float[] values = new float[128 * COLUMNS];
    private int at;
    int rows;

    void clear(int candidates) {
        rows = candidates;
        if (values.length < candidates * COLUMNS) {
            values = new float[candidates * COLUMNS];
        }
    }

    void begin(int row) {
        at = row * COLUMNS;
    }

    void put(double value) {
        values[at++] = (float) value;
    }

    void put(boolean holds) {
        put(holds ? 1 : 0);
    }

    /** A score and its logarithm, as the one tells large scores apart and the other small ones. */
    void putScore(double score) {
        put(score);
        put(score == 0 ? LOG_OF_FLOOR : Math.log(score + FLOOR));
    }

    void end(int row) {
        if (at != (row + 1) * COLUMNS) {
            throw new IllegalStateException("a candidate has " + (at - row * COLUMNS) + " features");
        }
    }

    float value(int row, int column) {
        return values[row * COLUMNS + column];
    }

    /** Σ weight · value over the row. */
    double dot(int row, float[] weights) {
        double sum = 0;
        int from = row * COLUMNS;
        for (int column = 0; column < COLUMNS; column++) {
            sum += weights[column] * values[from + column];
        }
        return sum;
    }

    /** Adds the row, times the factor, to the sums of the columns. */
    void addTo(double[] sums, int row, double factor) {
        int from = row * COLUMNS;
        for (int column = 0; column < COLUMNS; column++) {
            sums[column] += factor * values[from + column];
        }
    }

    /** Subtracts the means, multiplies by the scales and cuts off what is further out than {@code most}. */
    void standardise(float[] means, float[] scales, float most) {
        for (int from = 0; from < rows * COLUMNS; from += COLUMNS) {
            for (int column = 0; column < COLUMNS; column++) {
                float standard = (values[from + column] - means[column]) * scales[column];
                values[from + column] = Math.max(-most, Math.min(most, standard));
            }
        }
    }
}
