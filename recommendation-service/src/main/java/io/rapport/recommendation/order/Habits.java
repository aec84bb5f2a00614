package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Purchase;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;

/** What the customer bought before: how often, when last, and whether it is due again; and how often anybody buys it again. */
final class Habits implements Aspect {
    private static final int PROPOSED = 250;
    private static final double PRIOR = 3;
    private static final double LOG_MONTH = Math.log(30);
    /** What is said of an item only when the customer bought it. */
    private static final int COLUMNS = Habit.COLUMNS + 4;

    private final double[] repeats;
    private final double[] logGaps;
    /** By item: how much more often than any other it is bought again. */
    private final double[] logRepeat;

    Habits(Orders orders) {
        int bound = orders.itemBound();
        double[] purchases = new double[bound];
        repeats = new double[bound];
        logGaps = new double[bound];
        double all = 0;
        double again = 0;
        for (Customer customer : orders.customers().values()) {
            Int2ObjectLinkedOpenHashMap<Habit> habits = habits(customer);
            habits.forEach((item, habit) -> {
                purchases[item] += habit.times();
                repeats[item] += habit.times() - 1;
                logGaps[item] += habit.logGaps();
            });
            all += customer.history().size();
            again += customer.history().size() - habits.size();
        }
        double usual = (again + 1) / (all + 2);
        logRepeat = new double[bound];
        for (int item = 0; item < bound; item++) {
            logRepeat[item] = Math.log((repeats[item] + PRIOR * usual) / (purchases[item] + PRIOR) / usual);
        }
    }

    @Override
    public Reading read(Customer customer, long at) {
        Int2ObjectLinkedOpenHashMap<Habit> habits = habits(customer);
        double orders = Math.max(1, customer.orders());
        return new Reading() {
            @Override
            public void propose(Candidates candidates) {
                int skipped = Math.max(0, habits.size() - PROPOSED);
                habits.keySet().intStream().skip(skipped).forEach(candidates::add);
            }

            @Override
            public void describe(int item, Row row) {
                Habit habit = habits.get(item);
                double repeated = item < logRepeat.length ? logRepeat[item] : 0;
                row.put(repeated);
                if (habit == null) {
                    row.skip(COLUMNS);
                } else {
                    double logDays = Math.log1p(Halving.days(at - habit.last()));
                    habit.describe(at, orders, row);
                    row.put(logDays);
                    row.put(habit.last() == customer.latest());
                    row.put(repeated);
                    row.put(Math.abs(logDays - gap(item, habit)));
                }
            }
        };
    }

    /** The usual time between two purchases of the item: the customer's own, drawn to everybody's. */
    private double gap(int item, Habit habit) {
        double everybodys = repeats[item] == 0 ? LOG_MONTH : logGaps[item] / repeats[item];
        return (habit.logGaps() + everybodys) / habit.times();
    }

    /** A customer's items, the one last bought last. */
    static Int2ObjectLinkedOpenHashMap<Habit> habits(Customer customer) {
        Int2ObjectLinkedOpenHashMap<Habit> habits = new Int2ObjectLinkedOpenHashMap<>();
        for (Purchase purchase : customer.history()) {
            Habit habit = habits.getAndMoveToLast(purchase.item());
            if (habit == null) {
                habits.put(purchase.item(), new Habit(purchase.at()));
            } else {
                habit.again(purchase.at());
            }
        }
        return habits;
    }
}
