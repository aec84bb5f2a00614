package io.rapport.recommendation.session;

import java.io.IOException;
import java.util.Arrays;

/** Rows of related items, the most similar first, packed into arrays. */
final class Related {
    final int[] starts;
    int[] items = new int[1024];
    float[] scores = new float[1024];
    int[] together = new int[1024];

    Related(int rows) {
        starts = new int[rows + 1];
    }

    /** Appends row by row. */
    void add(int row, int item, double score, int times) {
        int at = starts[row + 1];
        if (at == items.length) {
            resize(2 * at);
        }
        items[at] = item;
        scores[at] = (float) score;
        together[at] = times;
        starts[row + 1] = at + 1;
    }

    void begin(int row) {
        starts[row + 1] = starts[row];
    }

    void trim() {
        resize(starts[starts.length - 1]);
    }

    int rows() {
        return starts.length - 1;
    }

    /** How often the two came together; 0 when they are not related. */
    int together(int row, int item) {
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            if (items[at] == item) {
                return together[at];
            }
        }
        return 0;
    }

    void write(SnapshotWriter out) throws IOException {
        out.writeCount(rows());
        for (int row = 0; row < rows(); row++) {
            out.writeCount(starts[row + 1] - starts[row]);
        }
        for (int at = 0; at < starts[rows()]; at++) {
            out.writeCount(items[at]);
            out.writeCount(together[at]);
            out.writeFloat(scores[at]);
        }
    }

    static Related read(SnapshotReader in) throws IOException {
        Related read = new Related(in.readCount());
        for (int row = 0; row < read.rows(); row++) {
            read.starts[row + 1] = read.starts[row] + in.readCount();
        }
        read.resize(read.starts[read.rows()]);
        for (int at = 0; at < read.items.length; at++) {
            read.items[at] = in.readCount();
            read.together[at] = in.readCount();
            read.scores[at] = in.readFloat();
        }
        return read;
    }

    private void resize(int length) {
        items = Arrays.copyOf(items, length);
        scores = Arrays.copyOf(scores, length);
        together = Arrays.copyOf(together, length);
    }
}
