package io.rapport.recommendation.session;

import java.io.IOException;
import java.util.Arrays;

/**
 * Which items are clicked after and before which others, within a window of a few clicks: rows of the strongest, packed
 * into arrays, the strongest first.
 */
final class Transitions {
    static final double BACKWARD = 0.6;
    /** What one of a row's items takes. */
    static final int ENTRY_BYTES = Integer.BYTES + 3 * Float.BYTES;

    final int[] starts;
    int[] items = new int[1024];
    /** Σ e^(−(d−1)/2) over the times that the item came d clicks after the row's. */
    float[] forward = new float[1024];
    /** The same for the times that it came before. */
    float[] backward = new float[1024];
    /** How often it was the very next click. */
    float[] next = new float[1024];
    /** The row's sums over all items, also those that are not kept. */
    final float[] forwardSum;

    final float[] backwardSum;

    Transitions(int rows) {
        starts = new int[rows + 1];
        forwardSum = new float[rows];
        backwardSum = new float[rows];
    }

    static Transitions build(Sessions sessions) {
        return new TransitionCount(sessions).run();
    }

    /** No row is longer than it may be, and no click has more around it than the window holds. */
    static long mostEntries(int items, int clicks) {
        return Math.min((long) items * TransitionCount.PER_ITEM, 2L * TransitionCount.WINDOW * clicks);
    }

    int rows() {
        return forwardSum.length;
    }

    int start(int item) {
        return item < rows() ? starts[item] : 0;
    }

    int end(int item) {
        return item < rows() ? starts[item + 1] : 0;
    }

    /** Both directions together; by {@link #rowSum} it is a share of the row. */
    double strength(int at) {
        return forward[at] + BACKWARD * backward[at];
    }

    double rowSum(int row) {
        return forwardSum[row] + BACKWARD * backwardSum[row] + 1;
    }

    /** Both directions together, by the two items' frequency. */
    double cosine(int row, int at) {
        return (forward[at] + backward[at]) / Math.sqrt((degree(row) + 1) * (degree(items[at]) + 1));
    }

    void write(SnapshotWriter out) throws IOException {
        out.writeCount(rows());
        for (int row = 0; row < rows(); row++) {
            out.writeCount(starts[row + 1] - starts[row]);
            out.writeFloat(forwardSum[row]);
            out.writeFloat(backwardSum[row]);
        }
        out.writeCounts(items);
        out.writeFloats(forward);
        out.writeFloats(backward);
        out.writeFloats(next);
    }

    static Transitions read(SnapshotReader in) throws IOException {
        Transitions read = new Transitions(in.readCount());
        for (int row = 0; row < read.rows(); row++) {
            read.starts[row + 1] = read.starts[row] + in.readCount();
            read.forwardSum[row] = in.readFloat();
            read.backwardSum[row] = in.readFloat();
        }
        read.items = in.readCounts();
        read.forward = in.readFloats();
        read.backward = in.readFloats();
        read.next = in.readFloats();
        return read;
    }

    private double degree(int row) {
        return forwardSum[row] + backwardSum[row];
    }

    void resize(int length) {
        items = Arrays.copyOf(items, length);
        forward = Arrays.copyOf(forward, length);
        backward = Arrays.copyOf(backward, length);
        next = Arrays.copyOf(next, length);
    }
}
