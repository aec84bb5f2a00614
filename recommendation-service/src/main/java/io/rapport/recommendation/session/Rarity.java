package io.rapport.recommendation.session;

/** What an item's frequency does to its score: the rarer, the more it says. */
public sealed interface Rarity {

    /** The factor for an item that {@code frequency} of {@code sessions} sessions hold. */
    double factor(int frequency, int sessions);

    /** Inverse document frequency, ln(N/df), as in the VMIS-kNN paper. */
    record InverseFrequency() implements Rarity {
        @Override
        public double factor(int frequency, int sessions) {
            return Math.log((double) sessions / frequency);
        }
    }

    /** df^(−power): 0 leaves scores alone, 1 makes them relative to popularity. */
    record Power(double power) implements Rarity {
        @Override
        public double factor(int frequency, int sessions) {
            return Math.pow(frequency, -power);
        }
    }
}
