package io.rapport.recommendation.session;

import java.util.function.IntPredicate;

/** The items that are worth a closer look: the neighbours' best, the best of two hops, and the query's own. Scratch space. */
final class Candidates {
    private static final int PROPOSED = 60;
    private static final int OWN = 20;
    private static final double TWO_HOP_WEIGHT = 0.3;

    final SessionScorer scorer = new SessionScorer();
    final ItemScores twoHops = new ItemScores();
    private final ItemScores rows = new ItemScores();
    private final TopItems top = new TopItems();
    double mostNeighbours;
    double mostTwoHops;

    void propose(Corpus corpus, Transitions transitions, SessionQuery asked) {
        scorer.score(corpus, asked);
        TwoHops.from(asked.items[asked.items.length - 1], transitions, twoHops);
        mostNeighbours = Math.max(Double.MIN_NORMAL, scorer.scores.largest());
        mostTwoHops = Math.max(Double.MIN_NORMAL, twoHops.largest());
        rows.clear();
        addProposed(Math.max(PROPOSED, asked.limit), asked.allowed);
        addOwn(asked);
    }

    int count() {
        return rows.count;
    }

    int item(int row) {
        return rows.items[row];
    }

    /** The candidate's row, −1 when the item is none. */
    int row(int item) {
        return rows.find(item);
    }

    double neighbours(int item) {
        return scorer.scores.score(item) / mostNeighbours;
    }

    double twoHops(int item) {
        return twoHops.score(item) / mostTwoHops;
    }

    /** The item on the weightiest way from the last click to one that is two hops away. */
    int over(int item, ItemKnowledge knowledge) {
        return knowledge.transitions().items[twoHops.bestVoter[twoHops.find(item)]];
    }

    private void addProposed(int most, IntPredicate allowed) {
        top.reset(most);
        for (int slot = 0; slot < scorer.scores.count; slot++) {
            int item = scorer.scores.items[slot];
            offer(item, neighbours(item) + TWO_HOP_WEIGHT * twoHops(item), allowed);
        }
        for (int slot = 0; slot < twoHops.count; slot++) {
            int item = twoHops.items[slot];
            if (scorer.scores.find(item) < 0) {
                offer(item, TWO_HOP_WEIGHT * twoHops(item), allowed);
            }
        }
        top.sort();
        for (int rank = 0; rank < top.count; rank++) {
            add(top.item(rank));
        }
    }

    private void offer(int item, double score, IntPredicate allowed) {
        if (score > 0 && top.admits(item, score) && allowed.test(item)) {
            top.add(item, score);
        }
    }

    private void addOwn(SessionQuery asked) {
        int from = Math.max(0, asked.items.length - OWN);
        for (int at = asked.items.length - 1; at >= from; at--) {
            if (asked.allowed.test(asked.items[at])) {
                add(asked.items[at]);
            }
        }
    }

    private void add(int item) {
        rows.vote(item, 0, 0);
    }
}
