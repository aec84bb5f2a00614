package io.rapport.profile.value;

import java.util.Objects;

/**
 * All that the models need to know of a customer: (x, t_x, T) of Fader, Hardie and Lee (2005) and the mean spend
 * z&#x304; of Fader and Hardie (2013). Time runs from the first purchase, which is itself no repeat.
 *
 * @param repeats x, repeat transactions; 0 for who bought once
 * @param recency t_x, time from the first to the last transaction; 0 if x = 0
 * @param age T, time from the first transaction to the end of the observation
 * @param meanSpend mean amount of the repeat transactions (the first left out, as in the published work); 0 if x = 0
 * @param unit of recency and age
 */
public record PurchaseHistory(int repeats, double recency, double age, double meanSpend, TimeStep unit) {
    /** @throws IllegalArgumentException unless 0 &le; t_x &le; T, and t_x = 0 just if x = 0 */
    public PurchaseHistory {
        Objects.requireNonNull(unit, "unit");
        if (repeats < 0 || !Double.isFinite(meanSpend)) {
            throw new IllegalArgumentException("No history has %d repeats of %s".formatted(repeats, meanSpend));
        }
        boolean ordered = recency >= 0 && recency <= age && age < Double.POSITIVE_INFINITY;
        if (!ordered || (repeats == 0) != (recency == 0)) {
            throw new IllegalArgumentException(
                    "No history has %d repeats, recency %s and age %s".formatted(repeats, recency, age));
        }
    }

    /** Whether the spend can be learnt from: the Gamma-Gamma model is of positive amounts of repeat transactions. */
    boolean hasSpend() {
        return repeats > 0 && meanSpend > 0;
    }
}
