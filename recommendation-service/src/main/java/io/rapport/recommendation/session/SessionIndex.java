package io.rapport.recommendation.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * VMIS-kNN, an index-based nearest-neighbour model for sessions (Kersbergen, Sprangers, Schelter: "Serenade: Low-Latency
 * Session-Based Recommendation in e-Commerce at Scale", SIGMOD 2022): of the m most recent sessions that share an item
 * with the one under way, the k most similar vote for their items.
 *
 * <p>An immutable snapshot of primitive arrays, safe for any number of threads. {@link SessionParameters} chooses between
 * the published weights and refined ones: rarer and later items of the query count for more, shorter and more recent
 * neighbours too, and of a neighbour's items those that come soon after the query's latest one.
 */
public final class SessionIndex {
    final Sessions log;
    final Postings postings;
    final Weights weights;
    private final long foldedThrough;

    private SessionIndex(Sessions log, SessionParameters parameters, long foldedThrough) {
        this.log = log;
        this.postings = Postings.of(log, parameters.sampleSize());
        this.weights = new Weights(parameters);
        this.foldedThrough = foldedThrough;
    }

    /** An index of these sessions, all that ended until the newest of them did. */
    public static SessionIndex build(Sessions sessions, SessionParameters parameters) {
        return build(sessions, parameters, sessions.newest());
    }

    /** An index of these sessions, which are all that ended at {@code foldedThrough} (epoch milliseconds) or before. */
    public static SessionIndex build(Sessions sessions, SessionParameters parameters, long foldedThrough) {
        return new SessionIndex(sessions, parameters, foldedThrough);
    }

    /** The best items for a session, the best first. */
    public List<ScoredItem> recommend(SessionQuery query) {
        return SessionScorer.ofThisThread().recommend(alone(), query);
    }

    /** The same without why, for candidates that are ranked further. */
    public Shortlist shortlist(SessionQuery query) {
        return SessionScorer.ofThisThread().shortlist(alone(), query);
    }

    public SessionParameters parameters() {
        return weights.parameters;
    }

    /** What it was built from. */
    public Sessions log() {
        return log;
    }

    public int sessions() {
        return log.count();
    }

    /** One more than the largest item it knows. */
    public int itemBound() {
        return postings.items();
    }

    /** In how many of its sessions the item is. */
    public int frequency(int item) {
        return item < postings.items() ? postings.frequency[item] : 0;
    }

    /** The sessions that ended at this moment (epoch milliseconds) or before are in the index. */
    public long foldedThrough() {
        return foldedThrough;
    }

    void write(SnapshotWriter out) throws IOException {
        ParametersCodec.write(weights.parameters, out);
        out.writeLong(foldedThrough);
        log.write(out);
    }

    /** The lists are not stored: making them again takes less time than reading them. */
    static SessionIndex read(SnapshotReader in) throws IOException {
        SessionParameters parameters = ParametersCodec.read(in);
        long foldedThrough = in.readLong();
        return build(Sessions.read(in), parameters, foldedThrough);
    }

    /** Without live sessions. */
    Corpus alone() {
        return new Corpus(this, Nothing.LIVE);
    }

    /** The overlay of an index that is asked alone. */
    private static final class Nothing {
        static final LiveSessions LIVE = new LiveSessions(Duration.ZERO, 1, 1);
    }
}
