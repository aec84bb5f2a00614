package io.rapport.recommendation.session;

/**
 * Walks the posting lists of a query's items side by side, newest session first. Scratch space: one a thread.
 *
 * <p>VMIS-kNN takes the lists one after the other and keeps the sample of the most recent sessions in a heap. Every list
 * is ordered by recency, so merging them meets the same sample in order, each session once with its whole overlap, and
 * stops after m: no heap, no hash table, and never an eviction.
 */
final class PostingMerge {
    private static final int AT_END = -1;

    private final int[] heads = new int[SessionParameters.MOST_QUERY_ITEMS];
    private final int[] next = new int[SessionParameters.MOST_QUERY_ITEMS];
    private final int[] end = new int[SessionParameters.MOST_QUERY_ITEMS];
    private final int[][] live = new int[SessionParameters.MOST_QUERY_ITEMS][];
    private final int[] nextLive = new int[SessionParameters.MOST_QUERY_ITEMS];
    private QueryItems query;
    private int[] lists;
    private int firstLive;
    private double overlap;
    private long shared;

    void open(QueryItems query, Corpus corpus) {
        this.query = query;
        this.lists = corpus.index().postings.sessions;
        this.firstLive = corpus.index().sessions();
        for (int i = 0; i < query.count; i++) {
            openList(i, query.items[i], corpus);
        }
    }

    /** Goes to the next session; −1 when there is none. */
    int advance() {
        int newest = AT_END;
        for (int i = 0; i < query.count; i++) {
            newest = Math.max(newest, heads[i]);
        }
        overlap = 0;
        shared = 0;
        for (int i = 0; newest != AT_END && i < query.count; i++) {
            if (heads[i] == newest) {
                overlap += query.weights[i];
                shared |= 1L << i;
                step(i);
            }
        }
        return newest;
    }

    /** The sum of the weights of the items that this session shares with the query. */
    double overlap() {
        return overlap;
    }

    /** Which items it shares: bit i for the query's i-th. */
    long shared() {
        return shared;
    }

    private void openList(int i, int item, Corpus corpus) {
        Postings postings = corpus.index().postings;
        boolean known = item < postings.items();
        next[i] = known ? postings.starts[item] : 0;
        end[i] = known ? postings.starts[item + 1] : 0;
        live[i] = corpus.live().posting(item).sessions;
        nextLive[i] = 0;
        step(i);
    }

    /** The overlay's sessions are newer than all of the snapshot's, so its part of a list goes first. */
    private void step(int i) {
        if (nextLive[i] < live[i].length) {
            heads[i] = firstLive + live[i][nextLive[i]++];
        } else {
            heads[i] = next[i] < end[i] ? lists[next[i]++] : AT_END;
        }
    }
}
