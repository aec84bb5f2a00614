package io.rapport.recommendation.session;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.io.IOException;
import java.util.Arrays;

/** What an index is built from: sessions as sequences of items, the one that ended first first. */
public final class Sessions {
    final int[] starts;
    final int[] items;
    final long[] endedAt;

    private Sessions(int[] starts, int[] items, long[] endedAt) {
        this.starts = starts;
        this.items = items;
        this.endedAt = endedAt;
    }

    /** Starts an empty collection; a session of more than {@code longest} clicks is cut into several. */
    public static Builder builder(int longest) {
        return builder(longest, Integer.MAX_VALUE);
    }

    /** The same where only the {@code most} that ended last are kept. */
    public static Builder builder(int longest, int most) {
        return new Builder(longest, most);
    }

    public int count() {
        return endedAt.length;
    }

    public int clicks() {
        return items.length;
    }

    public int length(int session) {
        return starts[session + 1] - starts[session];
    }

    public int[] items(int session) {
        return Arrays.copyOfRange(items, starts[session], starts[session + 1]);
    }

    /** When the session's last click was, epoch milliseconds. */
    public long endedAt(int session) {
        return endedAt[session];
    }

    /** When the last click of all was, epoch milliseconds; {@link Long#MIN_VALUE} when there is none. */
    public long newest() {
        return endedAt.length == 0 ? Long.MIN_VALUE : endedAt[endedAt.length - 1];
    }

    /** One more than the largest item. */
    public int itemBound() {
        int bound = 0;
        for (int item : items) {
            bound = Math.max(bound, item + 1);
        }
        return bound;
    }

    /** The sessions from..to (exclusive), in the same order. */
    public Sessions range(int from, int to) {
        int[] cut = Arrays.copyOfRange(starts, from, to + 1);
        for (int i = 0; i < cut.length; i++) {
            cut[i] -= starts[from];
        }
        return new Sessions(
                cut, Arrays.copyOfRange(items, starts[from], starts[to]), Arrays.copyOfRange(endedAt, from, to));
    }

    void write(SnapshotWriter out) throws IOException {
        out.writeCount(count());
        for (int session = 0; session < count(); session++) {
            out.writeCount(length(session));
            out.writeLong(endedAt[session]);
        }
        out.writeCounts(items);
    }

    static Sessions read(SnapshotReader in) throws IOException {
        int count = in.readCount();
        int[] starts = new int[count + 1];
        long[] endedAt = new long[count];
        for (int session = 0; session < count; session++) {
            starts[session + 1] = starts[session] + in.readCount();
            endedAt[session] = in.readLong();
        }
        return new Sessions(starts, in.readCounts(), endedAt);
    }

    /** Collects sessions in any order, at most twice as many as are kept. Not thread-safe. */
    public static final class Builder {
        private final int longest;
        private final int most;
        private final IntArrayList starts = new IntArrayList(new int[] {0});
        private final IntArrayList items = new IntArrayList();
        private final LongArrayList endedAt = new LongArrayList();

        private Builder(int longest, int most) {
            if (longest < 1 || most < 1) {
                throw new IllegalArgumentException("longest and most must be positive");
            }
            this.longest = longest;
            this.most = most;
        }

        /** Adds a session's items in the order of their clicks; {@code endedAt} is the last click's epoch milliseconds. */
        public Builder add(int[] sequence, long endedAt) {
            for (int from = 0; from < sequence.length; from += longest) {
                int length = Math.min(longest, sequence.length - from);
                items.addElements(items.size(), sequence, from, length);
                starts.add(items.size());
                this.endedAt.add(endedAt);
            }
            if (this.endedAt.size() >= 2L * most) {
                replace(build());
            }
            return this;
        }

        private void replace(Sessions kept) {
            starts.clear();
            starts.addElements(0, kept.starts);
            items.clear();
            items.addElements(0, kept.items);
            endedAt.clear();
            endedAt.addElements(0, kept.endedAt);
        }

        public Sessions build() {
            Sessions all = sorted();
            return all.count() <= most ? all : all.range(all.count() - most, all.count());
        }

        private Sessions sorted() {
            long[] ends = endedAt.toLongArray();
            int[] order = new int[ends.length];
            Arrays.setAll(order, i -> i);
            LongArrays.radixSortIndirect(order, ends, true);
            return arranged(order, ends);
        }

        private Sessions arranged(int[] order, long[] ends) {
            int[] sortedStarts = new int[order.length + 1];
            int[] sortedItems = new int[items.size()];
            long[] sortedEnds = new long[order.length];
            for (int i = 0; i < order.length; i++) {
                int from = starts.getInt(order[i]);
                int length = starts.getInt(order[i] + 1) - from;
                items.getElements(from, sortedItems, sortedStarts[i], length);
                sortedStarts[i + 1] = sortedStarts[i] + length;
                sortedEnds[i] = ends[order[i]];
            }
            return new Sessions(sortedStarts, sortedItems, sortedEnds);
        }
    }
}
