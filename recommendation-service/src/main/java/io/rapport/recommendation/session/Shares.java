package io.rapport.recommendation.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much of every answered item is owed to which of the query's items. Scratch space: one a thread. */
final class Shares {
    private static final int TOLD = 3;
    private static final int WIDTH = SessionParameters.MOST_QUERY_ITEMS;

    private double[] shares = {};

    void reset(int answers) {
        if (shares.length < answers * WIDTH) {
            shares = new double[answers * WIDTH];
        } else {
            Arrays.fill(shares, 0, answers * WIDTH, 0);
        }
    }

    void add(int rank, double vote, long shared, QueryItems query) {
        for (long left = shared; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            shares[rank * WIDTH + i] += vote * query.weights[i];
        }
    }

    /** The few items of the query with the largest shares, the largest first. */
    List<Integer> weightiest(int rank, QueryItems query) {
        List<Integer> items = new ArrayList<>(TOLD);
        int best = largest(rank, query.count);
        while (items.size() < TOLD && best >= 0) {
            items.add(query.items[best]);
            shares[rank * WIDTH + best] = 0;
            best = largest(rank, query.count);
        }
        return items;
    }

    private int largest(int rank, int count) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < count; i++) {
            double share = shares[rank * WIDTH + i];
            if (share > most) {
                most = share;
                best = i;
            }
        }
        return best;
    }
}
