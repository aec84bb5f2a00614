package io.rapport.recommendation.session;

import java.util.Arrays;

/** The overlay's posting list of one item: how many of its sessions hold it, and the newest of them. Immutable. */
final class LivePosting {
    static final LivePosting EMPTY = new LivePosting(0, new int[0]);

    final int frequency;
    /** Newest first; positions in the overlay. */
    final int[] sessions;

    private LivePosting(int frequency, int[] sessions) {
        this.frequency = frequency;
        this.sessions = sessions;
    }

    /** Adds a session that does not hold the item yet; sessions click in between one another, so it may not be the newest. */
    LivePosting with(int session, int most) {
        int at = 0;
        while (at < sessions.length && sessions[at] > session) {
            at++;
        }
        if (at == most) {
            return new LivePosting(frequency + 1, sessions);
        }
        int[] more = Arrays.copyOf(sessions, Math.min(most, sessions.length + 1));
        more[at] = session;
        System.arraycopy(sessions, at, more, at + 1, more.length - at - 1);
        return new LivePosting(frequency + 1, more);
    }
}
