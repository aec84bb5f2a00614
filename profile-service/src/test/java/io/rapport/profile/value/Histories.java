package io.rapport.profile.value;

import java.util.Collection;
import java.util.Random;

/** Histories for tests, in weeks. */
final class Histories {
    private Histories() {}

    static PurchaseHistory history(int repeats, double recency, double age) {
        return new PurchaseHistory(repeats, recency, age, repeats == 0 ? 0 : 20, TimeStep.WEEK);
    }

    static PurchaseHistory spending(int repeats, double meanSpend) {
        return new PurchaseHistory(repeats, repeats == 0 ? 0 : 10, 20, meanSpend, TimeStep.WEEK);
    }

    static PurchaseHistory random(Random random) {
        int repeats = random.nextInt(4) == 0 ? 0 : 1 + (int) Math.exp(random.nextDouble() * 6);
        double age = Math.exp(random.nextDouble() * 12 - 6);
        return history(repeats, repeats == 0 ? 0 : age * (1 - random.nextDouble()), age);
    }

    static TransactionSample sample(Collection<PurchaseHistory> histories) {
        TransactionSample sample = new TransactionSample(TimeStep.WEEK);
        histories.forEach(sample::add);
        return sample;
    }

    static SpendSample spend(Collection<PurchaseHistory> histories) {
        SpendSample sample = new SpendSample();
        histories.forEach(sample::add);
        return sample;
    }
}
