package io.rapport.recommendation.order;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;

/** What is bought more often at the customer's place (a store, a country) than elsewhere. */
final class Places implements Aspect {
    private static final double HALF_LIFE = 60;
    private static final double PRIOR = 30;
    private static final int PROPOSED = 60;

    private final double[] everywhere;
    private final double total;
    private final Int2ObjectOpenHashMap<Int2DoubleOpenHashMap> counts = new Int2ObjectOpenHashMap<>();
    private final Int2DoubleOpenHashMap totals = new Int2DoubleOpenHashMap();
    private final Int2ObjectOpenHashMap<int[]> popular = new Int2ObjectOpenHashMap<>();

    Places(Orders orders) {
        everywhere = new double[orders.itemBound()];
        double sum = 0;
        for (Orders.Order order : orders.all()) {
            double weight = Halving.of(orders.newest() - order.at(), HALF_LIFE);
            Int2DoubleOpenHashMap here = counts.computeIfAbsent(order.place(), place -> new Int2DoubleOpenHashMap());
            for (int item : order.items()) {
                here.addTo(item, weight);
                everywhere[item] += weight;
                totals.addTo(order.place(), weight);
                sum += weight;
            }
        }
        total = sum;
        counts.forEach((place, here) -> popular.put((int) place, best(here)));
    }

    @Override
    public Reading read(Customer customer, long at) {
        int place = customer.place();
        return new Reading() {
            @Override
            public void propose(Candidates candidates) {
                for (int item : popular.getOrDefault(place, new int[0])) {
                    candidates.add(item);
                }
            }

            @Override
            public void describe(int item, Row row) {
                row.put(Math.log(share(place, item) / usual(item)));
            }
        };
    }

    private double share(int place, int item) {
        Int2DoubleOpenHashMap here = counts.get(place);
        double count = here == null ? 0 : here.get(item);
        return (count + PRIOR * usual(item)) / (totals.get(place) + PRIOR);
    }

    private double usual(int item) {
        return ((item < everywhere.length ? everywhere[item] : 0) + 0.5) / total;
    }

    private static int[] best(Int2DoubleOpenHashMap counts) {
        int[] items = counts.keySet().toIntArray();
        IntArrays.quickSort(items, (one, other) -> {
            int order = Double.compare(counts.get(other), counts.get(one));
            return order == 0 ? Integer.compare(one, other) : order;
        });
        return java.util.Arrays.copyOf(items, Math.min(items.length, PROPOSED));
    }
}
