package io.rapport.profile.value;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What repeat customers spend: how many have which (x, z&#x304;). Customers without a repeat purchase, or whose mean spend is
 * not positive (refunded, free), are passed over and counted, for the Gamma-Gamma model does not speak of them.
 */
public final class SpendSample {
    private static final Comparator<Group> ORDER =
            Comparator.comparingInt(Group::repeats).thenComparingDouble(Group::meanSpend);

    private final Map<Group, Long> counts = new HashMap<>();
    private long customers;
    private long passedOver;

    public SpendSample add(PurchaseHistory history) {
        if (history.hasSpend()) {
            counts.merge(new Group(history.repeats(), history.meanSpend()), 1L, Long::sum);
            customers++;
        } else {
            passedOver++;
        }
        return this;
    }

    public long customers() {
        return customers;
    }

    public long passedOver() {
        return passedOver;
    }

    /** How far frequency and spend go together, which the model takes not to be. */
    public Independence independence() {
        return Independence.of(sorted());
    }

    List<Weighted<Group>> sorted() {
        return Weighted.sorted(counts, ORDER);
    }

    record Group(int repeats, double meanSpend) {}
}
