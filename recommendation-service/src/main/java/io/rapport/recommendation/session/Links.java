package io.rapport.recommendation.session;

import java.util.Arrays;

/**
 * One kind of link from the query's items to every candidate: from the last click, in sum over the clicks by their
 * recency, and at most. Scratch space.
 */
final class Links {
    private double[] last = new double[128];
    private double[] sum = new double[128];
    private double[] most = new double[128];

    void clear(int candidates) {
        if (last.length < candidates) {
            last = new double[candidates];
            sum = new double[candidates];
            most = new double[candidates];
        }
        Arrays.fill(last, 0, candidates, 0);
        Arrays.fill(sum, 0, candidates, 0);
        Arrays.fill(most, 0, candidates, 0);
    }

    void add(int row, int step, double recency, double strength) {
        last[row] += step == 0 ? strength : 0;
        sum[row] += recency * strength;
        most[row] = Math.max(most[row], strength);
    }

    void put(int row, Features features) {
        features.putScore(last[row]);
        features.putScore(sum[row]);
        features.put(most[row]);
    }
}
