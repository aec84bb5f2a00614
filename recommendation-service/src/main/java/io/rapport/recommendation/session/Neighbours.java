package io.rapport.recommendation.session;

/** The sessions that vote, newest first. Scratch space: one a thread. */
final class Neighbours {
    private final PostingMerge merge = new PostingMerge();
    private double[] ranked = {};
    int[] sessions = {};
    double[] values = {};
    double[] overlaps = {};
    long[] shared = {};
    int count;

    /** Takes the m most recent sessions that share an item with the query, and keeps the k of the largest value. */
    void find(QueryItems query, Corpus corpus, Weights by, int self) {
        reserve(by.parameters.sampleSize());
        sample(query, corpus, by, self);
        keepBest(by.parameters.neighbours());
    }

    /** Which of the query's items is the latest that the neighbour has. */
    int latestShared(int neighbour) {
        return Long.numberOfTrailingZeros(shared[neighbour]);
    }

    private void sample(QueryItems query, Corpus corpus, Weights by, int self) {
        count = 0;
        merge.open(query, corpus);
        int session = merge.advance();
        while (session >= 0 && count < by.parameters.sampleSize()) {
            if (session != self) {
                add(session, corpus, by);
            }
            session = merge.advance();
        }
    }

    private void add(int session, Corpus corpus, Weights by) {
        int age = corpus.sessions() - 1 - session;
        sessions[count] = session;
        overlaps[count] = merge.overlap();
        shared[count] = merge.shared();
        values[count] = by.neighbour(merge.overlap(), corpus.length(session), age, corpus.sessions());
        count++;
    }

    /** Among equals the more recent stay. */
    private void keepBest(int most) {
        if (count <= most) {
            return;
        }
        System.arraycopy(values, 0, ranked, 0, count);
        double least = Selection.largest(ranked, count, most);
        int equals = most - above(least);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (values[i] > least || (values[i] == least && equals-- > 0)) {
                move(i, kept++);
            }
        }
        count = kept;
    }

    private int above(double least) {
        int above = 0;
        for (int i = 0; i < count; i++) {
            above += values[i] > least ? 1 : 0;
        }
        return above;
    }

    private void move(int from, int to) {
        sessions[to] = sessions[from];
        values[to] = values[from];
        overlaps[to] = overlaps[from];
        shared[to] = shared[from];
    }

    private void reserve(int sampleSize) {
        if (sessions.length < sampleSize) {
            ranked = new double[sampleSize];
            sessions = new int[sampleSize];
            values = new double[sampleSize];
            overlaps = new double[sampleSize];
            shared = new long[sampleSize];
        }
    }
}
