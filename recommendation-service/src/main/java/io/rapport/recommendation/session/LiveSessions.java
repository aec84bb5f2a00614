package io.rapport.recommendation.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * The sessions since the snapshot was built: a small overlay that serving reads beside it, and that the next build folds
 * in. Writers take turns, readers never wait. A visitor's clicks form one session until they pause for longer than the
 * gap, or until it has grown as long as sessions may be.
 */
public final class LiveSessions {
    private static final int[] NONE = {};

    private final Duration gap;
    private final int longest;
    private final int sampleSize;
    private final GrowingArray<LiveSession> sessions = new GrowingArray<>();
    private final GrowingArray<LivePosting> postings = new GrowingArray<>();
    private final Map<String, int[]> sessionsOf = new ConcurrentHashMap<>();
    private volatile int size;

    /**
     * @param gap the pause that ends a session
     * @param longest the most clicks of one session
     * @param sampleSize the most sessions that a query looks at: {@link SessionParameters#sampleSize()}
     */
    public LiveSessions(Duration gap, int longest, int sampleSize) {
        this.gap = gap;
        this.longest = longest;
        this.sampleSize = sampleSize;
    }

    /** Takes one click; {@code at} is its epoch milliseconds. Clicks of one visitor should come in their order. */
    public synchronized void append(String visitor, int item, long at) {
        int index = newestOf(visitor);
        if (index < 0 || !goesOn(sessions.get(index), at)) {
            index = begin(new LiveSession(visitor, NONE, at));
        }
        extend(index, item, at);
    }

    /** What the visitor has clicked in the session that is under way at that moment, oldest first; empty when none is. */
    public int[] current(String visitor, long at) {
        int index = newestOf(visitor);
        LiveSession session = index < 0 ? null : sessions.get(index);
        return session == null || at - session.lastAt > gap.toMillis() ? NONE : session.items.clone();
    }

    public int size() {
        return size;
    }

    /** Makes the one visitor's sessions the other's, as when an anonymous visitor signs in. */
    public synchronized void merge(String from, String into) {
        int[] moved = from.equals(into) ? null : sessionsOf.remove(from);
        if (moved != null) {
            for (int index : moved) {
                sessions.set(index, sessions.get(index).ownedBy(into));
            }
            sessionsOf.merge(into, moved, LiveSessions::inOrder);
        }
    }

    /**
     * This overlay without the sessions whose last click was at that moment or before, as they are in the snapshot, and
     * with the items' new numbers.
     */
    synchronized LiveSessions after(long cut, IntUnaryOperator renumbered) {
        return keeping(session -> session.lastAt > cut, renumbered);
    }

    /** This overlay without anything of that visitor. */
    synchronized LiveSessions without(String visitor) {
        return keeping(session -> !session.visitor.equals(visitor), IntUnaryOperator.identity());
    }

    /** This overlay without the older half of its sessions. */
    synchronized LiveSessions newerHalf() {
        LiveSessions kept = new LiveSessions(gap, longest, sampleSize);
        for (int index = size / 2; index < size; index++) {
            kept.take(sessions.get(index), IntUnaryOperator.identity());
        }
        return kept;
    }

    int frequency(int item) {
        return posting(item).frequency;
    }

    LivePosting posting(int item) {
        LivePosting posting = postings.get(item);
        return posting == null ? LivePosting.EMPTY : posting;
    }

    int[] items(int index) {
        return sessions.get(index).items;
    }

    /** The position of the visitor's session of the latest click, -1 when there is none. */
    int newestOf(String visitor) {
        int newest = -1;
        for (int index : sessionsOf.getOrDefault(visitor, NONE)) {
            if (newest < 0 || sessions.get(index).lastAt >= sessions.get(newest).lastAt) {
                newest = index;
            }
        }
        return newest;
    }

    private boolean goesOn(LiveSession session, long at) {
        return Math.abs(at - session.lastAt) <= gap.toMillis() && session.items.length < longest;
    }

    private int begin(LiveSession session) {
        int index = size;
        sessions.set(index, session);
        sessionsOf.merge(session.visitor, new int[] {index}, LiveSessions::inOrder);
        size = index + 1;
        return index;
    }

    /** The session is published before its posting, so that whoever finds it there can read it. */
    private void extend(int index, int item, long at) {
        LiveSession session = sessions.get(index);
        sessions.set(index, session.with(item, at));
        if (!session.holds(item)) {
            postings.set(item, posting(item).with(index, sampleSize));
        }
    }

    private LiveSessions keeping(Predicate<LiveSession> kept, IntUnaryOperator renumbered) {
        LiveSessions next = new LiveSessions(gap, longest, sampleSize);
        for (int index = 0; index < size; index++) {
            LiveSession session = sessions.get(index);
            if (kept.test(session)) {
                next.take(session, renumbered);
            }
        }
        return next;
    }

    private void take(LiveSession session, IntUnaryOperator renumbered) {
        int index = begin(new LiveSession(session.visitor, NONE, session.lastAt));
        for (int item : session.items) {
            extend(index, renumbered.applyAsInt(item), session.lastAt);
        }
    }

    private static int[] inOrder(int[] some, int[] others) {
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        Arrays.sort(all);
        return all;
    }
}
