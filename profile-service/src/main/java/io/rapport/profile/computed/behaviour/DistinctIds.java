package io.rapport.profile.computed.behaviour;

import java.io.IOException;
import java.util.TreeSet;

/**
 * How many different ids there are: the smallest hashes ("bottom-k" or KMV: Z. Bar-Yossef et al., Counting Distinct Elements in
 * a Data Stream, RANDOM 2002). Exact up to {@link #EXACT} ids, an estimate with a standard error of 9 % above; idempotent, and
 * the same in any order.
 */
final class DistinctIds {
    static final int EXACT = 128;
    private static final int ROOM = EXACT + 1;
    private static final double RANGE = 0x1p64;

    private final TreeSet<Long> smallest = new TreeSet<>(Long::compareUnsigned);

    void add(long hash) {
        smallest.add(hash);
        if (smallest.size() > ROOM) {
            smallest.pollLast();
        }
    }

    void addAll(DistinctIds other) {
        other.smallest.forEach(this::add);
    }

    long count() {
        if (smallest.size() <= EXACT) {
            return smallest.size();
        }
        double largest = Math.scalb((double) (smallest.last() >>> 1), 1) + 1;
        return Math.round(EXACT * (RANGE / largest));
    }

    void write(StateOutput out) throws IOException {
        out.number(smallest.size());
        for (long hash : smallest) {
            out.hash(hash);
        }
    }

    static DistinctIds read(StateInput in) throws IOException {
        DistinctIds ids = new DistinctIds();
        int size = in.size();
        for (int i = 0; i < size; i++) {
            ids.smallest.add(in.hash());
        }
        return ids;
    }
}
