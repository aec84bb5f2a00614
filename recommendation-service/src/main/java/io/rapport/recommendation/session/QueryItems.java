package io.rapport.recommendation.session;

/** The distinct recent items of one query, the latest first, with their weights. Scratch space: one a thread. */
final class QueryItems {
    final int[] items = new int[SessionParameters.MOST_QUERY_ITEMS];
    /** Clicks back from the end of the query, 0 for the last click. */
    final int[] steps = new int[SessionParameters.MOST_QUERY_ITEMS];

    final double[] weights = new double[SessionParameters.MOST_QUERY_ITEMS];
    int count;
    /** Clicks of the query that are looked at. */
    int length;

    void load(int[] clicks, Corpus corpus, Weights by) {
        count = 0;
        length = Math.min(clicks.length, by.parameters.longestQuery());
        for (int step = 0; step < length; step++) {
            int item = clicks[clicks.length - 1 - step];
            if (!holds(item)) {
                add(item, step, corpus, by);
            }
        }
    }

    /** The position of the item among the latest ones, -1 when it is not of the query. */
    private boolean holds(int item) {
        for (int i = 0; i < count; i++) {
            if (items[i] == item) {
                return true;
            }
        }
        return false;
    }

    private void add(int item, int step, Corpus corpus, Weights by) {
        int frequency = corpus.frequency(item);
        items[count] = item;
        steps[count] = step;
        weights[count] = frequency == 0 ? 0 : by.query(step, length, frequency, corpus.sessions());
        count++;
    }
}
