package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Purchase;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.time.Duration;
import java.util.Arrays;

/**
 * How many chances a customer had to buy an item. Who ordered often while everybody bought it and never took it does not
 * want it; what came, or came into fashion, since the last order is worth a look.
 */
final class Chances implements Aspect {
    private static final long WEEK = Duration.ofDays(7).toMillis();
    private static final int PROPOSED = 60;
    private static final double YOUNG = 45;

    private final long start;
    /** By item, then by week: purchases. */
    private final float[][] weekly;

    private final double[] totals;
    private final long[] firstSeen;
    private final int[] young;

    Chances(Orders orders) {
        start = orders.oldest();
        int weeks = week(orders.newest()) + 1;
        int bound = orders.itemBound();
        weekly = new float[bound][];
        firstSeen = new long[bound];
        totals = new double[weeks];
        for (Orders.Order order : orders.all()) {
            int week = week(order.at());
            for (int item : order.items()) {
                if (weekly[item] == null) {
                    weekly[item] = new float[weeks - week];
                    firstSeen[item] = order.at();
                }
                weekly[item][week - (weeks - weekly[item].length)]++;
                totals[week]++;
            }
        }
        young = young(orders.newest());
    }

    @Override
    public Reading read(Customer customer, long at) {
        double[] chances = new double[totals.length];
        for (Purchase one : customer.history()) {
            int week = Math.min(totals.length - 1, week(one.at()));
            chances[week] += 1 / Math.max(1, totals[week]);
        }
        int lastOrder = customer.history().isEmpty() ? 0 : week(customer.latest());
        double sinceAll = Arrays.stream(totals)
                .skip(Math.min(totals.length, lastOrder + 1))
                .sum();
        return new Reading() {
            @Override
            public void propose(Candidates candidates) {
                for (int item : young) {
                    candidates.add(item);
                }
            }

            @Override
            public void describe(int item, Row row) {
                float[] counts = item < weekly.length ? weekly[item] : null;
                double expected = 0;
                double since = 0;
                int offset = counts == null ? totals.length : totals.length - counts.length;
                for (int week = offset; week < totals.length; week++) {
                    expected += chances[week] * counts[week - offset];
                    since += week > lastOrder ? counts[week - offset] : 0;
                }
                double days = counts == null ? 0 : Halving.days(at - firstSeen[item]);
                row.put(Math.log(expected + 0.02));
                row.put(expected);
                row.put(sinceAll == 0 ? 0 : Math.log((since + 0.5) / (sinceAll + 1000) * 1000));
                row.put(Math.log1p(days));
                row.put(days < 10);
                row.put(days < 30);
                row.put(counts != null && firstSeen[item] > customer.latest());
            }
        };
    }

    private int[] young(long newest) {
        int[] items = new int[weekly.length];
        int count = 0;
        for (int item = 0; item < weekly.length; item++) {
            if (weekly[item] != null && Halving.days(newest - firstSeen[item]) < YOUNG) {
                items[count++] = item;
            }
        }
        int[] found = Arrays.copyOf(items, count);
        IntArrays.quickSort(found, (one, other) -> Double.compare(sum(other), sum(one)));
        return Arrays.copyOf(found, Math.min(count, PROPOSED));
    }

    private double sum(int item) {
        double sum = 0;
        for (float count : weekly[item]) {
            sum += count;
        }
        return sum;
    }

    private int week(long at) {
        return (int) Math.max(0, (at - start) / WEEK);
    }
}
