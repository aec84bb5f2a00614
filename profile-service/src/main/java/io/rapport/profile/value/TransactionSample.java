package io.rapport.profile.value;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many customers have which (x, t_x, T): all that the BG/NBD likelihood sees of a shop. Customers are added one by one
 * and take no memory once their like is known. The order in which they come changes nothing, to the last bit.
 */
public final class TransactionSample {
    private static final Comparator<Group> ORDER = Comparator.comparingInt(Group::repeats)
            .thenComparingDouble(Group::age)
            .thenComparingDouble(Group::recency);

    private final TimeStep unit;
    private final Map<Group, Long> counts = new HashMap<>();
    private long customers;

    public TransactionSample(TimeStep unit) {
        this.unit = unit;
    }

    /**
     * Adds a customer.
     *
     * @throws IllegalArgumentException if the history is told in another unit
     */
    public TransactionSample add(PurchaseHistory history) {
        return add(history, 1);
    }

    /** Adds a number of customers of the same history. */
    public TransactionSample add(PurchaseHistory history, long number) {
        if (history.unit() != unit) {
            throw new IllegalArgumentException("A sample in " + unit + " cannot take a history in " + history.unit());
        }
        if (number <= 0) {
            throw new IllegalArgumentException("Not a number of customers: " + number);
        }
        counts.merge(new Group(history.repeats(), history.recency(), history.age()), number, Long::sum);
        customers += number;
        return this;
    }

    public TimeStep unit() {
        return unit;
    }

    public long customers() {
        return customers;
    }

    /** How many different histories there are. */
    public int groups() {
        return counts.size();
    }

    List<Weighted<Group>> sorted() {
        return Weighted.sorted(counts, ORDER);
    }

    record Group(int repeats, double recency, double age) {}
}
