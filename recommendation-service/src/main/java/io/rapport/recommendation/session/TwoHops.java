package io.rapport.recommendation.session;

/**
 * Items two transitions away: H·H from one item, with H the rows' shares. It finds what no session has had together.
 */
final class TwoHops {
    private static final int FIRST = 50;
    private static final int SECOND = 30;

    private TwoHops() {}

    static void from(int item, Transitions transitions, ItemScores reached) {
        reached.clear();
        int end = Math.min(transitions.end(item), transitions.start(item) + FIRST);
        for (int at = transitions.start(item); at < end; at++) {
            double share = transitions.strength(at) / transitions.rowSum(item);
            hop(transitions.items[at], share, at, transitions, reached);
        }
    }

    private static void hop(int over, double weight, int voter, Transitions transitions, ItemScores reached) {
        int end = Math.min(transitions.end(over), transitions.start(over) + SECOND);
        double scale = weight / transitions.rowSum(over);
        for (int at = transitions.start(over); at < end; at++) {
            reached.vote(transitions.items[at], scale * transitions.strength(at), voter);
        }
    }
}
