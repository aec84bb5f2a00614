package io.rapport.recommendation.session;

import java.util.Arrays;

/**
 * Scores by item: an open-addressed table from item to slot, and an array for each thing known of a slot. It grows with
 * the items one query touches, not with the catalogue, and clears in as many steps. Scratch space: one a thread.
 */
final class ItemScores {
    private static final int FREE = -1;
    private static final int MULTIPLIER = 0x9E3779B9;

    private int[] table = filled(1 << 10);
    private int[] places = new int[1 << 9];
    private int[] lastVoter = new int[1 << 9];
    private double[] lastVote = new double[1 << 9];
    private double[] bestVote = new double[1 << 9];
    int[] items = new int[1 << 9];
    double[] scores = new double[1 << 9];
    int[] voters = new int[1 << 9];
    /** Whose vote was the largest. */
    int[] bestVoter = new int[1 << 9];
    /** Where the item stands in the answer; −1 when it is not of it. */
    int[] ranks = new int[1 << 9];

    int count;

    void clear() {
        for (int slot = 0; slot < count; slot++) {
            table[places[slot]] = FREE;
        }
        count = 0;
    }

    /** One voter's vote, of several for one item the largest counts; answers the item's slot. */
    int vote(int item, double vote, int voter) {
        int slot = slot(item);
        if (vote > bestVote[slot]) {
            bestVote[slot] = vote;
            bestVoter[slot] = voter;
        }
        if (lastVoter[slot] != voter) {
            lastVoter[slot] = voter;
            lastVote[slot] = vote;
            voters[slot]++;
            scores[slot] += vote;
        } else if (vote > lastVote[slot]) {
            scores[slot] += vote - lastVote[slot];
            lastVote[slot] = vote;
        }
        return slot;
    }

    /** The item's score, 0 when it has none. */
    double score(int item) {
        int slot = find(item);
        return slot == FREE ? 0 : scores[slot];
    }

    /** The largest vote of any voter. */
    double bestVote(int slot) {
        return bestVote[slot];
    }

    double sum() {
        double sum = 0;
        for (int slot = 0; slot < count; slot++) {
            sum += scores[slot];
        }
        return sum;
    }

    double largest() {
        double largest = 0;
        for (int slot = 0; slot < count; slot++) {
            largest = Math.max(largest, scores[slot]);
        }
        return largest;
    }

    /** The slot of the item, FREE (−1) when it has none. */
    int find(int item) {
        return table[place(item)];
    }

    private int slot(int item) {
        int place = place(item);
        if (table[place] != FREE) {
            return table[place];
        }
        if (count == items.length) {
            grow();
            place = place(item);
        }
        return occupy(place, item);
    }

    private int occupy(int place, int item) {
        int slot = count++;
        table[place] = slot;
        places[slot] = place;
        items[slot] = item;
        scores[slot] = 0;
        voters[slot] = 0;
        ranks[slot] = FREE;
        lastVoter[slot] = FREE;
        bestVoter[slot] = FREE;
        bestVote[slot] = 0;
        return slot;
    }

    /** Where the item is, or where it would go. */
    private int place(int item) {
        int mask = table.length - 1;
        int place = (item * MULTIPLIER) >>> Integer.numberOfLeadingZeros(mask);
        while (table[place] != FREE && items[table[place]] != item) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        int room = 2 * items.length;
        items = Arrays.copyOf(items, room);
        scores = Arrays.copyOf(scores, room);
        voters = Arrays.copyOf(voters, room);
        ranks = Arrays.copyOf(ranks, room);
        places = Arrays.copyOf(places, room);
        lastVoter = Arrays.copyOf(lastVoter, room);
        lastVote = Arrays.copyOf(lastVote, room);
        bestVote = Arrays.copyOf(bestVote, room);
        bestVoter = Arrays.copyOf(bestVoter, room);
        table = filled(2 * table.length);
        for (int slot = 0; slot < count; slot++) {
            places[slot] = place(items[slot]);
            table[places[slot]] = slot;
        }
    }

    private static int[] filled(int length) {
        int[] table = new int[length];
        Arrays.fill(table, FREE);
        return table;
    }
}
