package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Popularity;
import io.rapport.recommendation.session.ScoredItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What everybody buys, over several spans of time, and what customers buy for the first time: an item that the same few
 * buy over and over is popular, but not with those who never bought it.
 */
final class Trends implements Aspect {
    private static final double[] ALL = {1.5, 4, 10, 30, 90, 0};
    private static final double[] FIRST = {1.5, 4, 10, 30, 0};
    private static final int[] PROPOSED = {60, 100, 100, 60, 40, 40, 60, 100, 100, 60, 40};
    private static final double RARE = 2e-6;

    private final List<Popularity> counts = new ArrayList<>();
    private final List<int[]> best = new ArrayList<>();
    /** By item, then by span: the logarithm of its share. */
    private final float[][] logShares;

    private final float[] nothing;

    Trends(Orders orders) {
        List<Popularity.Builder> all = builders(ALL);
        List<Popularity.Builder> first = builders(FIRST);
        Map<String, Set<Integer>> bought = new HashMap<>();
        for (Orders.Order order : orders.all()) {
            Set<Integer> mine = bought.computeIfAbsent(order.customer(), customer -> new HashSet<>());
            for (int item : order.items()) {
                all.forEach(count -> count.add(item, order.at()));
                if (mine.add(item)) {
                    first.forEach(count -> count.add(item, order.at()));
                }
            }
        }
        all.forEach(count -> counts.add(count.build()));
        first.forEach(count -> counts.add(count.build()));
        for (int count = 0; count < PROPOSED.length; count++) {
            best.add(counts.get(count).top(2 * PROPOSED[count], any -> true).stream()
                    .mapToInt(ScoredItem::item)
                    .toArray());
        }
        logShares = new float[orders.itemBound()][counts.size()];
        nothing = new float[counts.size()];
        Arrays.fill(nothing, (float) Math.log(RARE));
        for (int count = 0; count < counts.size(); count++) {
            double total = total(counts.get(count), logShares.length);
            for (int item = 0; item < logShares.length; item++) {
                logShares[item][count] = (float) Math.log(counts.get(count).score(item) / total + RARE);
            }
        }
    }

    @Override
    public Reading read(Customer customer, long at) {
        return new Reading() {
            @Override
            public void propose(Candidates candidates) {
                for (int count = 0; count < PROPOSED.length; count++) {
                    candidates.addBest(best.get(count), PROPOSED[count]);
                }
            }

            @Override
            public void describe(int item, Row row) {
                float[] known = item < logShares.length ? logShares[item] : nothing;
                for (float logShare : known) {
                    row.put(logShare);
                }
            }
        };
    }

    int times(int item) {
        return counts.get(ALL.length - 1).times(item);
    }

    private static List<Popularity.Builder> builders(double[] days) {
        List<Popularity.Builder> builders = new ArrayList<>();
        for (double halfLife : days) {
            builders.add(Popularity.builder(Duration.ofMinutes(Math.round(halfLife * 24 * 60))));
        }
        return builders;
    }

    private static double total(Popularity count, int bound) {
        double total = Double.MIN_NORMAL;
        for (int item = 0; item < bound; item++) {
            total += count.score(item);
        }
        return total;
    }
}
