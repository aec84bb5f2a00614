package io.rapport.recommendation.session;

import java.util.Arrays;

/** Every vote of one query in the order it was cast, so that answers are explained without counting again. Scratch space. */
final class Ballots {
    int[] slots = new int[1 << 11];
    double[] votes = new double[1 << 11];
    /** Where the votes of each voter end. */
    int[] ends = new int[1 << 9];

    private int cast;

    void clear() {
        cast = 0;
    }

    void cast(int slot, double vote) {
        if (cast == slots.length) {
            slots = Arrays.copyOf(slots, 2 * cast);
            votes = Arrays.copyOf(votes, 2 * cast);
        }
        slots[cast] = slot;
        votes[cast] = vote;
        cast++;
    }

    /** Ends the voter's votes; voters vote in turn from 0 on. */
    void end(int voter) {
        if (voter == ends.length) {
            ends = Arrays.copyOf(ends, 2 * voter);
        }
        ends[voter] = cast;
    }

    int start(int voter) {
        return voter == 0 ? 0 : ends[voter - 1];
    }
}
