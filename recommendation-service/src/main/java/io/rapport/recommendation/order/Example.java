package io.rapport.recommendation.order;

/**
 * One customer's candidates as they were described before an order, and which of them were in it.
 *
 * @param rows the candidates' columns
 * @param bought the first so many rows are what was bought
 * @param missed how much every other row stands for, as only a sample of the others is kept
 */
record Example(float[][] rows, int bought, double missed) {

    /** Turns scores into each row's share of the purchases. */
    void shares(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int row = 0; row < scores.length; row++) {
            scores[row] = Math.exp(scores[row] - most) * (row < bought ? 1 : missed);
            sum += scores[row];
        }
        for (int row = 0; row < scores.length; row++) {
            scores[row] /= sum;
        }
    }

    /** What the loss falls by with the row's score: how much too large its share is. */
    double error(int row, double share) {
        return bought * share - (row < bought ? 1 : 0);
    }
}
