package io.rapport.recommendation.session;

import java.util.function.IntToDoubleFunction;

/** The parameters' formulas as tables, since a query evaluates them some thousand times. */
final class Weights {
    private static final int DISTANCES = 128;
    private static final int LENGTHS = 256;
    private static final int FREQUENCIES = 8192;

    final SessionParameters parameters;
    private final double[] forward;
    private final double[] backward;
    private final double[] byLength;
    private final double[] byFrequency;

    Weights(SessionParameters parameters) {
        this.parameters = parameters;
        this.forward = table(DISTANCES, this::forwardAt);
        this.backward = table(DISTANCES, this::backwardAt);
        this.byLength = table(LENGTHS, this::lengthFactor);
        boolean fixed = parameters.rarity() instanceof Rarity.Power;
        this.byFrequency = table(fixed ? FREQUENCIES : 0, frequency -> rarityOf(frequency, 0));
    }

    /** What an item of the query weighs, {@code step} clicks back of {@code length}. */
    double query(int step, int length, int frequency, int sessions) {
        SessionParameters.QueryWeight weight = parameters.query();
        double decayed = weight.decay().at(step, length);
        if (weight.rarityPower() == 0) {
            return decayed;
        }
        return decayed * power(Math.log1p((double) sessions / frequency), weight.rarityPower());
    }

    /** How good a neighbour a session of that length and age is. */
    double neighbour(double overlap, int length, int age, int sessions) {
        SessionParameters.NeighbourWeight weight = parameters.neighbour();
        double value =
                power(overlap, weight.overlapPower()) * (length < LENGTHS ? byLength[length] : lengthFactor(length));
        return weight.agePower() == 0 ? value : value * Math.exp(-weight.agePower() * age / sessions);
    }

    /** The factor of a neighbour's votes, when the latest item it shares is {@code step} clicks back of {@code length}. */
    double match(int step, int length) {
        return parameters.neighbour().match().at(step, length);
    }

    /** What a neighbour's item weighs, {@code distance} clicks after its anchor (negative: before). */
    double anchored(int distance) {
        if (distance > 0) {
            return distance < DISTANCES ? forward[distance] : forwardAt(distance);
        }
        return -distance < DISTANCES ? backward[-distance] : backwardAt(-distance);
    }

    /** The factor of a proposed item's rarity. */
    double rarity(int frequency, int sessions) {
        return frequency < byFrequency.length ? byFrequency[frequency] : rarityOf(frequency, sessions);
    }

    private double rarityOf(int frequency, int sessions) {
        return frequency == 0 ? 0 : parameters.rarity().factor(frequency, sessions);
    }

    private double forwardAt(int distance) {
        return distance == 0 ? 1 : parameters.anchor().forward().at(distance - 1, Integer.MAX_VALUE);
    }

    private double backwardAt(int distance) {
        SessionParameters.AnchorWeight anchor = parameters.anchor();
        return distance == 0 ? 1 : anchor.backwardGain() * anchor.backward().at(distance - 1, Integer.MAX_VALUE);
    }

    private double lengthFactor(int length) {
        return length == 0 ? 0 : Math.pow(length, -parameters.neighbour().lengthPower());
    }

    private static double power(double base, double exponent) {
        if (exponent == 1) {
            return base;
        }
        return exponent == 2 ? base * base : Math.pow(base, exponent);
    }

    private static double[] table(int size, IntToDoubleFunction formula) {
        double[] table = new double[size];
        for (int i = 0; i < size; i++) {
            table[i] = formula.applyAsDouble(i);
        }
        return table;
    }
}
