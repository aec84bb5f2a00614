package io.rapport.recommendation.order;

import io.rapport.recommendation.session.CosineParameters;
import io.rapport.recommendation.session.ItemCosine;
import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.Sessions;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One kind of attribute (categories, brands, words of titles): which of its values customers buy, what is popular in
 * each, and which values go together in customers' histories even where no two of their items do.
 */
final class Tastes implements Aspect {
    /** More of a customer's values would cost their square when values are paired. */
    static final int LATEST = 40;

    private static final int POPULAR = 8;
    private static final double POPULAR_FOR = 30;
    private static final CosineParameters KINDRED = new CosineParameters(60, 5, 0.5, Duration.ZERO);

    private final ItemAttributes attributes;
    private final int kind;
    private final double[] totals;
    private final double total;
    private final double[] logShares;
    private final int[][] popular;
    private final ItemCosine kindred;

    Tastes(ItemAttributes attributes, int kind, Orders orders) {
        this.attributes = attributes;
        this.kind = kind;
        this.totals = new double[attributes.bound(kind)];
        double[] lately = new double[orders.itemBound()];
        for (Orders.Order order : orders.all()) {
            for (int item : order.items()) {
                lately[item] += Halving.of(orders.newest() - order.at(), POPULAR_FOR);
                for (int value : values(item)) {
                    totals[value]++;
                }
            }
        }
        this.total = Arrays.stream(totals).sum();
        this.logShares = IntStream.range(0, totals.length)
                .mapToDouble(value -> Math.log(share(value)))
                .toArray();
        this.popular = popular(lately);
        this.kindred = ItemCosine.build(histories(orders), KINDRED);
    }

    @Override
    public Reading read(Customer customer, long at) {
        return new Taste(this, customer, at);
    }

    int[] values(int item) {
        return attributes.values(kind, item);
    }

    /** The value's share of all purchases, never 0. */
    double share(int value) {
        return (totals[value] + 1) / (total + totals.length);
    }

    double logShare(int value) {
        return logShares[value];
    }

    /** What is bought most of a value lately, the most popular first. */
    int[] popular(int value) {
        return popular[value];
    }

    ItemCosine kindred() {
        return kindred;
    }

    private Sessions histories(Orders orders) {
        Sessions.Builder histories = Sessions.builder(Integer.MAX_VALUE);
        orders.customers().values().forEach(customer -> {
            List<Purchase> history = customer.history();
            IntLinkedOpenHashSet values = new IntLinkedOpenHashSet();
            for (int at = history.size() - 1; at >= 0 && values.size() < LATEST; at--) {
                for (int value : values(history.get(at).item())) {
                    values.add(value);
                }
            }
            histories.add(values.toIntArray(), customer.latest());
        });
        return histories.build();
    }

    private int[][] popular(double[] lately) {
        List<IntArrayList> items = IntStream.range(0, totals.length)
                .mapToObj(value -> new IntArrayList())
                .toList();
        for (int item = 0; item < lately.length; item++) {
            for (int value : lately[item] > 0 ? values(item) : new int[0]) {
                items.get(value).add(item);
            }
        }
        return items.stream().map(list -> best(list.toIntArray(), lately)).toArray(int[][]::new);
    }

    private static int[] best(int[] items, double[] lately) {
        IntArrays.quickSort(items, (one, other) -> Double.compare(lately[other], lately[one]));
        return Arrays.copyOf(items, Math.min(items.length, POPULAR));
    }
}
