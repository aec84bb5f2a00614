package io.rapport.profile.value;

/** Quintiles of 1 to 5, where 5 is best: bought last, most often, most. */
public record RfmScore(int recency, int frequency, int monetary) {
    public RfmScore {
        for (int score : new int[] {recency, frequency, monetary}) {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("A quintile is 1 to 5, not " + score);
            }
        }
    }

    /** The three digits side by side, such as 545. */
    public int cell() {
        return 100 * recency + 10 * frequency + monetary;
    }

    /** 3 to 15. */
    public int sum() {
        return recency + frequency + monetary;
    }
}
