package io.rapport.recommendation.order;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the catalog says of items, as far as taste may hang on it: values of several kinds (category, brand, words of the
 * title), and a price. All of it is optional. Immutable.
 */
public final class ItemAttributes {
    private static final int[] NOTHING = {};

    private final List<String> kinds;
    private final List<Int2ObjectOpenHashMap<int[]>> values;
    private final int[] bounds;
    private final Int2DoubleOpenHashMap prices;

    private ItemAttributes(Builder built) {
        this.kinds = List.copyOf(built.kinds);
        this.values = List.copyOf(built.values);
        this.bounds = built.numbers.stream().mapToInt(Map::size).toArray();
        this.prices = new Int2DoubleOpenHashMap(built.prices);
    }

    /** Nothing is known of any item. */
    public static ItemAttributes none() {
        return builder().build();
    }

    /** Starts attributes of those kinds. */
    public static Builder builder(String... kinds) {
        return new Builder(List.of(kinds));
    }

    int kinds() {
        return kinds.size();
    }

    /** The item's values of that kind, as numbers from 0 on. */
    int[] values(int kind, int item) {
        return values.get(kind).getOrDefault(item, NOTHING);
    }

    /** How many values the kind has. */
    int bound(int kind) {
        return bounds[kind];
    }

    /** The item's price in any one currency, NaN when it has none. */
    double price(int item) {
        return prices.getOrDefault(item, Double.NaN);
    }

    /** Collects attributes. Not thread-safe. */
    public static final class Builder {
        private final List<String> kinds;
        private final List<Map<String, Integer>> numbers = new ArrayList<>();
        private final List<Int2ObjectOpenHashMap<int[]>> values = new ArrayList<>();
        private final Int2DoubleOpenHashMap prices = new Int2DoubleOpenHashMap();

        private Builder(List<String> kinds) {
            this.kinds = kinds;
            kinds.forEach(kind -> {
                numbers.add(new HashMap<>());
                values.add(new Int2ObjectOpenHashMap<>());
            });
        }

        /** Says that the item has that value of the kind, beside those that it has already. */
        public Builder add(int item, String kind, String value) {
            int of = kinds.indexOf(kind);
            Map<String, Integer> known = numbers.get(of);
            int number = known.computeIfAbsent(value, unknown -> known.size());
            int[] before = values.get(of).getOrDefault(item, NOTHING);
            if (Arrays.stream(before).noneMatch(one -> one == number)) {
                int[] more = Arrays.copyOf(before, before.length + 1);
                more[before.length] = number;
                values.get(of).put(item, more);
            }
            return this;
        }

        public Builder price(int item, double price) {
            prices.put(item, price);
            return this;
        }

        public ItemAttributes build() {
            return new ItemAttributes(this);
        }
    }
}
