package io.rapport.recommendation.session;

import java.util.ArrayList;
import java.util.List;

/** Finds a query's neighbours and lets them vote. Scratch space that every thread makes once and uses again. */
final class SessionScorer {
    private static final ThreadLocal<SessionScorer> SCRATCH = ThreadLocal.withInitial(SessionScorer::new);

    final QueryItems query = new QueryItems();
    final Neighbours neighbours = new Neighbours();
    final ItemScores scores = new ItemScores();
    private final Ballots ballots = new Ballots();
    private final TopItems top = new TopItems();
    private final Shares shares = new Shares();
    private int[] sequence;
    private int from;
    private int to;

    static SessionScorer ofThisThread() {
        return SCRATCH.get();
    }

    List<ScoredItem> recommend(Corpus corpus, SessionQuery asked) {
        score(corpus, asked);
        return explained(best(asked));
    }

    Shortlist shortlist(Corpus corpus, SessionQuery asked) {
        score(corpus, asked);
        return new Shortlist(best(asked));
    }

    /** Leaves every item that a neighbour votes for in {@link #scores}. */
    void score(Corpus corpus, SessionQuery asked) {
        Weights weights = corpus.index().weights;
        query.load(asked.items, corpus, weights);
        neighbours.find(query, corpus, weights, corpus.newestOf(asked.visitor));
        scores.clear();
        ballots.clear();
        for (int voter = 0; voter < neighbours.count; voter++) {
            vote(voter, corpus, weights);
        }
        for (int slot = 0; slot < scores.count; slot++) {
            scores.scores[slot] *= weights.rarity(corpus.frequency(scores.items[slot]), corpus.sessions());
        }
    }

    private void vote(int voter, Corpus corpus, Weights weights) {
        open(neighbours.sessions[voter], corpus);
        int anchor = anchor(voter);
        int step = query.steps[neighbours.latestShared(voter)];
        double value = neighbours.values[voter] * weights.match(step, query.length);
        for (int at = from; at < to; at++) {
            double vote = value * weights.anchored(at - anchor);
            ballots.cast(scores.vote(sequence[at], vote, voter), vote);
        }
        ballots.end(voter);
    }

    private void open(int session, Corpus corpus) {
        if (corpus.isLive(session)) {
            sequence = corpus.liveItems(session);
            from = 0;
            to = sequence.length;
        } else {
            Sessions log = corpus.index().log;
            sequence = log.items;
            from = log.starts[session];
            to = log.starts[session + 1];
        }
    }

    /** Where the query's latest item that the neighbour has comes last in it. */
    private int anchor(int voter) {
        int item = query.items[neighbours.latestShared(voter)];
        int at = to - 1;
        while (at > from && sequence[at] != item) {
            at--;
        }
        return at;
    }

    private TopItems best(SessionQuery asked) {
        top.reset(asked.limit);
        top.offer(scores, asked.allowed);
        top.sort();
        return top;
    }

    private List<ScoredItem> explained(TopItems best) {
        explain(best);
        List<ScoredItem> answer = new ArrayList<>(best.count);
        for (int rank = 0; rank < best.count; rank++) {
            answer.add(new ScoredItem(best.item(rank), best.score(rank), evidence(best.item(rank))));
        }
        return answer;
    }

    /** Finds out which of the query's items each answer is owed to; {@link #evidence} tells. */
    void explain(TopItems best) {
        shares.reset(best.count);
        for (int rank = 0; rank < best.count; rank++) {
            int slot = scores.find(best.item(rank));
            if (slot >= 0) {
                scores.ranks[slot] = rank;
            }
        }
        for (int voter = 0; voter < neighbours.count; voter++) {
            share(voter);
        }
    }

    /** What an item that neighbours voted for rests on, after {@link #explain}. */
    Evidence evidence(int item) {
        int slot = scores.find(item);
        return new Evidence.FromSessions(scores.voters[slot], shares.weightiest(scores.ranks[slot], query));
    }

    /** Gives the items that the neighbour shares with the query their part in what it proposes. */
    private void share(int voter) {
        for (int ballot = ballots.start(voter); ballot < ballots.ends[voter]; ballot++) {
            int rank = scores.ranks[ballots.slots[ballot]];
            if (rank >= 0) {
                double vote = ballots.votes[ballot] / neighbours.overlaps[voter];
                shares.add(rank, vote, neighbours.shared[voter], query);
            }
        }
    }
}
