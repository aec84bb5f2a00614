package io.rapport.recommendation.session;

/** Counts one row after the other, so that memory goes with the items and not with their square. */
final class TransitionCount {
    static final int WINDOW = 6;
    static final int PER_ITEM = 100;
    private static final double SCALE = 2;

    private final Sessions sessions;
    private final Postings postings;
    private final Transitions made;
    private final ItemScores after = new ItemScores();
    private final ItemScores before = new ItemScores();
    private final ItemScores following = new ItemScores();
    private final ItemScores both = new ItemScores();
    private final TopItems top = new TopItems();
    private int vote;

    TransitionCount(Sessions sessions) {
        this.sessions = sessions;
        this.postings = Postings.of(sessions, Integer.MAX_VALUE);
        this.made = new Transitions(postings.items());
    }

    Transitions run() {
        for (int item = 0; item < made.rows(); item++) {
            count(item);
            keep(item);
        }
        made.resize(made.starts[made.rows()]);
        return made;
    }

    private void count(int item) {
        after.clear();
        before.clear();
        following.clear();
        both.clear();
        for (int at = postings.starts[item]; at < postings.starts[item + 1]; at++) {
            int session = postings.sessions[at];
            for (int place = sessions.starts[session]; place < sessions.starts[session + 1]; place++) {
                if (sessions.items[place] == item) {
                    countAround(place, session);
                }
            }
        }
    }

    private void countAround(int place, int session) {
        int first = Math.max(sessions.starts[session], place - WINDOW);
        int last = Math.min(sessions.starts[session + 1] - 1, place + WINDOW);
        for (int other = first; other <= last; other++) {
            int item = sessions.items[other];
            double weight = Math.exp(-(Math.abs(other - place) - 1) / SCALE);
            if (other > place) {
                after.vote(item, weight, vote);
                both.vote(item, weight, vote);
            } else if (other < place) {
                before.vote(item, weight, vote);
                both.vote(item, Transitions.BACKWARD * weight, vote);
            }
            if (other == place + 1) {
                following.vote(item, 1, vote);
            }
            vote++;
        }
    }

    private void keep(int row) {
        top.reset(PER_ITEM);
        top.offer(both, item -> true);
        top.sort();
        int at = made.starts[row];
        if (at + top.count > made.items.length) {
            made.resize(2 * made.items.length);
        }
        for (int rank = 0; rank < top.count; rank++) {
            int item = top.item(rank);
            made.items[at] = item;
            made.forward[at] = (float) after.score(item);
            made.backward[at] = (float) before.score(item);
            made.next[at] = (float) following.score(item);
            at++;
        }
        made.starts[row + 1] = at;
        made.forwardSum[row] = (float) after.sum();
        made.backwardSum[row] = (float) before.sum();
    }
}
