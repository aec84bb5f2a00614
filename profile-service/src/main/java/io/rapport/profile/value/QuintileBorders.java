package io.rapport.profile.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The largest values of the lowest, second, third and fourth fifth of a population, by nearest rank. Equal values are always
 * in the same fifth, the lowest that one of them falls in; so fifths are uneven, and some empty, where many are equal.
 */
public record QuintileBorders(List<Double> upTo) {
    private static final int FIFTHS = 5;

    /** @throws IllegalArgumentException unless there are four, none below the one before */
    public QuintileBorders {
        upTo = List.copyOf(upTo);
        if (upTo.size() != FIFTHS - 1 || !upTo.equals(upTo.stream().sorted().toList())) {
            throw new IllegalArgumentException("Not the borders of quintiles: " + upTo);
        }
    }

    /** @param population sorted by this, in place, so that a million values need no copy */
    static QuintileBorders of(double[] population) {
        if (population.length == 0) {
            throw new IllegalArgumentException("Nobody to divide into quintiles");
        }
        Arrays.sort(population);
        return new QuintileBorders(IntStream.range(1, FIFTHS)
                .mapToObj(fifth -> population[rank(fifth, population.length)])
                .toList());
    }

    private static int rank(int fifth, int n) {
        return (int) (((long) fifth * n + FIFTHS - 1) / FIFTHS) - 1;
    }

    /** 1 for the lowest fifth, 5 for the highest. */
    int fifth(double value) {
        int fifth = 1;
        for (double border : upTo) {
            fifth += value > border ? 1 : 0;
        }
        return fifth;
    }
}
