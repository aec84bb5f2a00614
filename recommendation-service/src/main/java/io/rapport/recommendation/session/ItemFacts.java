package io.rapport.recommendation.session;

import java.io.IOException;
import java.util.Arrays;

/** What the sessions tell of single items: how popular, how new, how often looked at again. Time counts in sessions. */
final class ItemFacts {
    /** What an item takes. */
    static final int BYTES = 6 * Integer.BYTES + 3 * Float.BYTES;

    private static final double RECENT = 0.05;
    private static final double ALMOST_NONE = 1e-6;

    final int sessions;
    final int[] clicks;
    /** Clicks with a decay of one twentieth of all sessions. */
    final float[] recent;

    final int[] firstSeen;
    final int[] lastSeen;
    /** Clicks on an item that was in the session before. */
    final int[] repeats;
    /** Clicks that follow on a click on the same item. */
    final int[] doubles;
    /** Clicks that end a session. */
    final int[] endings;

    private final float[] logClicks;
    private final float[] logRecent;

    ItemFacts(int sessions, int items) {
        this.sessions = sessions;
        clicks = new int[items];
        recent = new float[items];
        firstSeen = new int[items];
        lastSeen = new int[items];
        repeats = new int[items];
        doubles = new int[items];
        endings = new int[items];
        logClicks = new float[items];
        logRecent = new float[items];
    }

    static ItemFacts build(Sessions sessions) {
        ItemFacts facts = new ItemFacts(sessions.count(), sessions.itemBound());
        Arrays.fill(facts.lastSeen, -1);
        for (int session = 0; session < sessions.count(); session++) {
            facts.count(sessions, session);
        }
        return facts.withLogarithms();
    }

    private void count(Sessions log, int session) {
        double age = (double) (sessions - session) / sessions;
        float weight = (float) Math.exp(-age / RECENT);
        int end = log.starts[session + 1];
        for (int at = log.starts[session]; at < end; at++) {
            int item = log.items[at];
            firstSeen[item] = clicks[item] == 0 ? session : firstSeen[item];
            repeats[item] += lastSeen[item] == session ? 1 : 0;
            doubles[item] += at > log.starts[session] && log.items[at - 1] == item ? 1 : 0;
            endings[item] += at == end - 1 ? 1 : 0;
            lastSeen[item] = session;
            clicks[item]++;
            recent[item] += weight;
        }
    }

    boolean knows(int item) {
        return item < clicks.length && clicks[item] > 0;
    }

    /** @param live the sessions since that hold it: all that is known of an item that came after these facts */
    double logPopularity(int item, int live) {
        return knows(item) ? logClicks[item] : Math.log(live / (double) sessions + ALMOST_NONE);
    }

    /** @param live as above */
    double logRecent(int item, int live) {
        return knows(item) ? logRecent[item] : Math.log(live / (RECENT * sessions) + ALMOST_NONE);
    }

    /** Logarithms are what costs most in describing candidates, so they are taken once an item. */
    private ItemFacts withLogarithms() {
        for (int item = 0; item < clicks.length; item++) {
            logClicks[item] = (float) Math.log(clicks[item] / (double) sessions + ALMOST_NONE);
            logRecent[item] = (float) Math.log(recent[item] / (RECENT * sessions) + ALMOST_NONE);
        }
        return this;
    }

    /** How long ago it was first seen, as a share of all sessions. */
    double age(int item) {
        return knows(item) ? (double) (sessions - firstSeen[item]) / sessions : 0;
    }

    double sinceSeen(int item, int live) {
        double unknown = live > 0 ? 0 : 1;
        return knows(item) ? (double) (sessions - lastSeen[item]) / sessions : unknown;
    }

    /** A count of the item's as a share of its clicks, pulled towards 0 where there are few. */
    double rate(int[] counts, int item) {
        return knows(item) ? counts[item] / (clicks[item] + 5.0) : 0;
    }

    void write(SnapshotWriter out) throws IOException {
        out.writeCount(sessions);
        out.writeCount(clicks.length);
        for (int item = 0; item < clicks.length; item++) {
            for (int[] facts : columns()) {
                out.writeCount(facts[item]);
            }
            out.writeFloat(recent[item]);
        }
    }

    static ItemFacts read(SnapshotReader in) throws IOException {
        ItemFacts read = new ItemFacts(in.readCount(), in.readCount());
        for (int item = 0; item < read.clicks.length; item++) {
            for (int[] facts : read.columns()) {
                facts[item] = in.readCount();
            }
            read.recent[item] = in.readFloat();
        }
        return read.withLogarithms();
    }

    private int[][] columns() {
        return new int[][] {clicks, firstSeen, lastSeen, repeats, doubles, endings};
    }
}
