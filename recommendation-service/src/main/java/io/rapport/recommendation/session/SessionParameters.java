package io.rapport.recommendation.session;

/**
 * The hyper-parameters of the session index.
 *
 * @param sampleSize m: at most this many of the most recent sessions that share an item with the query are looked at
 * @param neighbours k: the best of them that vote
 * @param longestQuery the most recent clicks of the query that count, at most {@value #MOST_QUERY_ITEMS}
 */
public record SessionParameters(
        int sampleSize,
        int neighbours,
        int longestQuery,
        QueryWeight query,
        NeighbourWeight neighbour,
        AnchorWeight anchor,
        Rarity rarity) {

    /** The items that a neighbour shares with the query are kept as bits of a long. */
    public static final int MOST_QUERY_ITEMS = Long.SIZE;

    public SessionParameters {
        require(sampleSize > 0, "sampleSize must be positive");
        require(neighbours > 0, "neighbours must be positive");
        require(longestQuery > 0 && longestQuery <= MOST_QUERY_ITEMS, "longestQuery must be 1 to " + MOST_QUERY_ITEMS);
    }

    /** VMIS-kNN as published (Kersbergen, Sprangers, Schelter: "Serenade", SIGMOD 2022). */
    public static SessionParameters published(int sampleSize, int neighbours, int longestQuery) {
        return new SessionParameters(
                sampleSize,
                neighbours,
                longestQuery,
                new QueryWeight(Decay.POSITION, 0),
                new NeighbourWeight(new Decay.Linear(0.1), 1, 0, 0),
                new AnchorWeight(Decay.NONE, 1, Decay.NONE),
                new Rarity.InverseFrequency());
    }

    /** The refined weights, with the values that did best over several shops' validation cuts. */
    public static SessionParameters tuned() {
        return tuned(1000, 300, 15, 4, 2, 0.4, 1.75, 5, 0.6, 0.25);
    }

    /**
     * The refined weights: query items weigh e^(−step/queryScale)·ln(1+N/df)², a neighbour
     * r^overlapPower·|s|^(−lengthPower)·e^(−age/N), and its items by their distance from the anchor, the query's latest
     * item in it: e^(−(d−1)/forwardScale) after it, backwardGain·e^(−(d−1)/backwardScale) before it, times
     * df^(−rarityPower).
     */
    public static SessionParameters tuned(
            int sampleSize,
            int neighbours,
            int longestQuery,
            double queryScale,
            double overlapPower,
            double lengthPower,
            double forwardScale,
            double backwardScale,
            double backwardGain,
            double rarityPower) {
        return new SessionParameters(
                sampleSize,
                neighbours,
                longestQuery,
                new QueryWeight(new Decay.Exponential(queryScale), 2),
                new NeighbourWeight(Decay.NONE, overlapPower, lengthPower, 1),
                new AnchorWeight(
                        new Decay.Exponential(forwardScale), backwardGain, new Decay.Exponential(backwardScale)),
                new Rarity.Power(rarityPower));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** What a query's item weighs: decay by steps back · ln(1+N/df)^rarityPower. */
    public record QueryWeight(Decay decay, double rarityPower) {}

    /**
     * A neighbour's value, by which the best are chosen: r^overlapPower·|s|^(−lengthPower)·e^(−agePower·age/N). Its votes
     * weigh its value times match(steps back of the latest item it shares).
     */
    public record NeighbourWeight(Decay match, double overlapPower, double lengthPower, double agePower) {}

    /** What a neighbour's item gets by its distance from the anchor; the anchor itself gets 1. */
    public record AnchorWeight(Decay forward, double backwardGain, Decay backward) {}
}
