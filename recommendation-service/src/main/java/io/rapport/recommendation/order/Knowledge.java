package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** All that was learned from the orders before one moment. Immutable. */
final class Knowledge {
    private final Trends trends;
    private final List<Aspect> aspects = new ArrayList<>();

    Knowledge(Orders orders, ItemAttributes attributes) {
        trends = new Trends(orders);
        aspects.add(new Company(orders));
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
        return new Readings(
                customer,
                aspects.stream().map(aspect -> aspect.read(customer, at)).toList());
    }

    /** What all aspects say about one customer. */
    final class Readings {
        private final Customer customer;
        private final List<Aspect.Reading> readings;

        private Readings(Customer customer, List<Aspect.Reading> readings) {
            this.customer = customer;
            this.readings = readings;
        }

        int[] candidates(IntPredicate allowed) {
            Candidates candidates = new Candidates(allowed);
            readings.forEach(reading -> reading.propose(candidates));
            return candidates.items();
        }

        float[] describe(int item, Row row) {
            row.clear();
            readings.forEach(reading -> reading.describe(item, row));
            return row.values();
        }

        Evidence evidence(int item) {
            int times = (int) customer.history().stream()
                    .filter(one -> one.item() == item)
                    .count();
            if (times > 0) {
                return new Evidence.FromHistory(times);
            }
            Evidence company = Company.evidence(readings.get(0), item);
            return company == null ? new Evidence.FromPopularity(trends.times(item)) : company;
        }
    }
}
