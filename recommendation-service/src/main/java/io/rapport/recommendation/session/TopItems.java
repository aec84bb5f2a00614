package io.rapport.recommendation.session;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The best few of many scored items: a heap with the worst on top. Among equals the smaller item number is better, so
 * that answers are the same every time.
 */
final class TopItems {
    private int[] items = {};
    private double[] scores = {};
    private int limit;
    int count;

    void reset(int limit) {
        this.limit = limit;
        this.count = 0;
        if (items.length < limit) {
            items = new int[limit];
            scores = new double[limit];
        }
    }

    /** Whether an item of that score would get in. */
    boolean admits(int item, double score) {
        return count < limit || (limit > 0 && better(item, score, items[0], scores[0]));
    }

    void add(int item, double score) {
        if (count < limit) {
            rise(count++, item, score);
        } else {
            sink(0, item, score);
        }
    }

    /** Takes of the scored items those that are allowed and good enough. */
    void offer(ItemScores scored, IntPredicate allowed) {
        for (int slot = 0; slot < scored.count; slot++) {
            int item = scored.items[slot];
            double score = scored.scores[slot];
            if (score > 0 && admits(item, score) && allowed.test(item)) {
                add(item, score);
            }
        }
    }

    /** Orders what was taken, the best first; nothing can be added after it. */
    void sort() {
        int all = count;
        while (count > 1) {
            count--;
            int item = items[count];
            double score = scores[count];
            items[count] = items[0];
            scores[count] = scores[0];
            sink(0, item, score);
        }
        count = all;
    }

    int item(int rank) {
        return items[rank];
    }

    double score(int rank) {
        return scores[rank];
    }

    int[] items() {
        return Arrays.copyOf(items, count);
    }

    private void rise(int from, int item, double score) {
        int at = from;
        while (at > 0 && better(items[(at - 1) / 2], scores[(at - 1) / 2], item, score)) {
            put(at, items[(at - 1) / 2], scores[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, item, score);
    }

    private void sink(int from, int item, double score) {
        int at = from;
        int child = worseChild(at);
        while (child < count && better(item, score, items[child], scores[child])) {
            put(at, items[child], scores[child]);
            at = child;
            child = worseChild(at);
        }
        put(at, item, score);
    }

    private int worseChild(int at) {
        int left = 2 * at + 1;
        int right = left + 1;
        boolean rightIsWorse = right < count && better(items[left], scores[left], items[right], scores[right]);
        return rightIsWorse ? right : left;
    }

    private void put(int at, int item, double score) {
        items[at] = item;
        scores[at] = score;
    }

    private static boolean better(int item, double score, int thanItem, double thanScore) {
        return score > thanScore || (score == thanScore && item < thanItem);
    }
}
