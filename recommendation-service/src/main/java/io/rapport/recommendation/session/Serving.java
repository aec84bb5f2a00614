package io.rapport.recommendation.session;

import java.util.List;

/**
 * What one request answers from: a snapshot and the live sessions beside it. Take it once a request from
 * {@link SessionModel#serving()}, as the next one may number items differently.
 */
public final class Serving {
    private final Snapshot snapshot;
    final Corpus corpus;

    Serving(Snapshot snapshot, LiveSessions live) {
        this.snapshot = snapshot;
        this.corpus = new Corpus(snapshot.sessions(), live);
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    /** The items' numbers in everything that this answers. */
    public ItemTable items() {
        return snapshot.items();
    }

    /** The best next items for a session, the best first; live sessions vote too. */
    public List<ScoredItem> next(SessionQuery query) {
        return snapshot.ranker()
                .map(ranker -> ranker.recommend(corpus, query))
                .orElseGet(() -> SessionScorer.ofThisThread().recommend(corpus, query));
    }

    /** Whether {@link #next} takes a second look at what neighbours propose. */
    public boolean reranks() {
        return snapshot.ranker().isPresent();
    }

    /** What the visitor has clicked in the session that is under way at that moment (epoch milliseconds), oldest first. */
    public int[] current(String visitor, long at) {
        return corpus.live().current(visitor, at);
    }

    public int liveSessions() {
        return corpus.live().size();
    }
}
