package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Evidence;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** All that was learned from the orders before one moment. Immutable. */
final class Knowledge {
    private final Trends trends;
    private final Company company;
    /** All but the company. */
    private final List<Aspect> aspects = new ArrayList<>();

    Knowledge(Orders orders, ItemAttributes attributes) {
        trends = new Trends(orders);
        company = new Company(orders);
        aspects.add(new Habits(orders));
        aspects.add(trends);
        aspects.add(new Chances(orders));
        aspects.add(new Places(orders));
        aspects.add(new Purse(orders, attributes));
        for (int kind = 0; kind < attributes.kinds(); kind++) {
            aspects.add(new Tastes(attributes, kind, orders));
        }
    }

    Readings read(Customer customer, long at) {
        return new Readings(customer, at);
    }

    /** What all aspects say about one customer. */
    final class Readings {
        private final Customer customer;
        private final Company.Told told;
        private final List<Aspect.Reading> readings = new ArrayList<>();

        private Readings(Customer customer, long at) {
            this.customer = customer;
            this.told = company.read(customer, at);
            readings.add(told);
            aspects.forEach(aspect -> readings.add(aspect.read(customer, at)));
        }

        int[] candidates(IntPredicate allowed) {
            Candidates candidates = new Candidates(allowed);
            readings.forEach(reading -> reading.propose(candidates));
            return candidates.items();
        }

        float[][] describe(int[] items) {
            Row row = new Row();
            return Arrays.stream(items).mapToObj(item -> describe(item, row)).toArray(float[][]::new);
        }

        float[] describe(int item, Row row) {
            row.clear();
            readings.forEach(reading -> reading.describe(item, row));
            return row.values();
        }

        /** Why each of the few items that are answered is: bought before, goes with what was, popular. */
        Int2ObjectOpenHashMap<Evidence> explain(IntSet answered) {
            Int2ObjectOpenHashMap<Evidence> because = new Int2ObjectOpenHashMap<>();
            Int2ObjectLinkedOpenHashMap<Habit> habits = Habits.habits(customer);
            for (int item : answered) {
                if (habits.containsKey(item)) {
                    because.put(item, new Evidence.FromHistory(habits.get(item).times()));
                }
            }
            told.explain(answered, because);
            for (int item : answered) {
                because.putIfAbsent(item, new Evidence.FromPopularity(trends.times(item)));
            }
            return because;
        }
    }
}
