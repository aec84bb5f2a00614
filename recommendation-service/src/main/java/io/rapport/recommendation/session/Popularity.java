package io.rapport.recommendation.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What many people choose, with exponential decay: a choice that is one half-life older than the newest of all counts
 * half. Age is measured from the newest choice in the data and not from the clock, so that a shop that imports last
 * year's history has trends too. Immutable.
 */
public final class Popularity {
    final double[] scores;
    final int[] times;
    private final int[] ranked;

    Popularity(double[] scores, int[] times) {
        this.scores = scores;
        this.times = times;
        this.ranked = rank(scores);
    }

    /** Starts a count with that half-life; zero for no decay. */
    public static Builder builder(Duration halfLife) {
        return new Builder(halfLife);
    }

    /** The most popular items, the best first. */
    public List<ScoredItem> top(int limit, IntPredicate allowed) {
        List<ScoredItem> best = new ArrayList<>(limit);
        for (int rank = 0; rank < ranked.length && best.size() < limit; rank++) {
            int item = ranked[rank];
            if (allowed.test(item)) {
                best.add(new ScoredItem(item, scores[item], new Evidence.FromPopularity(times[item])));
            }
        }
        return best;
    }

    /** The decayed count of an item's choices. */
    public double score(int item) {
        return item < scores.length ? scores[item] : 0;
    }

    /** How often an item was chosen, undecayed. */
    public int times(int item) {
        return item < times.length ? times[item] : 0;
    }

    void write(SnapshotWriter out) throws IOException {
        out.writeCounts(times);
        for (double score : scores) {
            out.writeDouble(score);
        }
    }

    static Popularity read(SnapshotReader in) throws IOException {
        int[] times = in.readCounts();
        double[] scores = new double[times.length];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = in.readDouble();
        }
        return new Popularity(scores, times);
    }

    private static int[] rank(double[] scores) {
        TopItems top = new TopItems();
        top.reset(scores.length);
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] > 0) {
                top.add(item, scores[item]);
            }
        }
        top.sort();
        return top.items();
    }

    /** Counts choices in any order of time, in memory that goes with the items. Not thread-safe. */
    public static final class Builder {
        private final double perMilli;
        private double[] counts = {};
        private long[] asOf = {};
        private int[] times = {};
        private int bound;
        private long newest = Long.MIN_VALUE;

        private Builder(Duration halfLife) {
            perMilli = halfLife.isZero() ? 0 : Math.log(2) / halfLife.toMillis();
        }

        /** Counts one choice at that moment, epoch milliseconds. */
        public Builder add(int item, long at) {
            reserve(item + 1);
            long before = times[item] == 0 ? at : asOf[item];
            long latest = Math.max(before, at);
            counts[item] = counts[item] * decay(latest - before) + decay(latest - at);
            asOf[item] = latest;
            times[item]++;
            newest = Math.max(newest, at);
            return this;
        }

        public Popularity build() {
            double[] scores = new double[bound];
            for (int item = 0; item < bound; item++) {
                scores[item] = times[item] == 0 ? 0 : counts[item] * decay(newest - asOf[item]);
            }
            return new Popularity(scores, Arrays.copyOf(times, bound));
        }

        private double decay(long age) {
            return Math.exp(-perMilli * age);
        }

        private void reserve(int length) {
            bound = Math.max(bound, length);
            if (length > counts.length) {
                int room = Math.max(length, 2 * counts.length);
                counts = Arrays.copyOf(counts, room);
                asOf = Arrays.copyOf(asOf, room);
                times = Arrays.copyOf(times, room);
            }
        }
    }
}
