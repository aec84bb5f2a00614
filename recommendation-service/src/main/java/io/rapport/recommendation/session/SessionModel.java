package io.rapport.recommendation.session;

import java.time.Duration;

/**
 * What a pod serves from: a snapshot and the live sessions since, behind one reference, so that a rebuilt snapshot and
 * the overlay without what it holds are swapped in at once. Readers never wait; writers take turns.
 */
public final class SessionModel {
    private final int mostLive;
    private volatile Serving serving;

    /**
     * @param gap the pause that ends a session
     * @param longest the most clicks of one session
     * @param mostLive beyond so many live sessions the older half is let go, should no rebuild come
     */
    public SessionModel(Snapshot snapshot, Duration gap, int longest, int mostLive) {
        int sampleSize = snapshot.sessions().parameters().sampleSize();
        this.mostLive = mostLive;
        this.serving = new Serving(snapshot, new LiveSessions(gap, longest, sampleSize));
    }

    /** What a request answers from. */
    public Serving serving() {
        return serving;
    }

    /** Takes one click into the overlay; {@code at} is its epoch milliseconds. Clicks of one visitor come in their order. */
    public synchronized void append(String visitor, String item, long at) {
        if (live().size() >= mostLive) {
            serving = new Serving(serving.snapshot(), live().newerHalf());
        }
        live().append(visitor, serving.items().intern(item), at);
    }

    /** Answers from this snapshot from now on, and from such live sessions only as ended after what it holds. */
    public synchronized void swap(Snapshot next) {
        ItemTable before = serving.items();
        ItemTable after = next.items();
        LiveSessions kept = live().after(next.sessions().foldedThrough(), item -> after.intern(before.name(item)));
        serving = new Serving(next, kept);
    }

    /** Makes the one visitor's live sessions the other's, as when an anonymous visitor signs in. */
    public synchronized void merge(String from, String into) {
        live().merge(from, into);
    }

    /** Drops all live sessions of a visitor. Snapshots name no visitors. */
    public synchronized void forget(String visitor) {
        if (live().newestOf(visitor) >= 0) {
            serving = new Serving(serving.snapshot(), live().without(visitor));
        }
    }

    private LiveSessions live() {
        return serving.corpus.live();
    }
}
