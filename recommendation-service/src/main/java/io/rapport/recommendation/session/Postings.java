package io.rapport.recommendation.session;

import java.util.Arrays;

/** The inverted index: for every item the most recent sessions that hold it, newest first, and how many hold it in all. */
final class Postings {
    final int[] starts;
    final int[] sessions;
    final int[] frequency;

    private Postings(int[] starts, int[] sessions, int[] frequency) {
        this.starts = starts;
        this.sessions = sessions;
        this.frequency = frequency;
    }

    /** No query needs more than its sample size of one item, so no list is longer. */
    static Postings of(Sessions sessions, int sampleSize) {
        int[] frequency = frequencies(sessions);
        int[] starts = new int[frequency.length + 1];
        for (int item = 0; item < frequency.length; item++) {
            starts[item + 1] = starts[item] + Math.min(sampleSize, frequency[item]);
        }
        return new Postings(starts, newestFirst(sessions, starts), frequency);
    }

    int items() {
        return frequency.length;
    }

    private static int[] frequencies(Sessions sessions) {
        int[] frequency = new int[sessions.itemBound()];
        int[] lastSeen = unseen(frequency.length);
        for (int session = 0; session < sessions.count(); session++) {
            for (int at = sessions.starts[session]; at < sessions.starts[session + 1]; at++) {
                int item = sessions.items[at];
                frequency[item] += lastSeen[item] == session ? 0 : 1;
                lastSeen[item] = session;
            }
        }
        return frequency;
    }

    private static int[] newestFirst(Sessions sessions, int[] starts) {
        int bound = starts.length - 1;
        int[] filled = Arrays.copyOf(starts, bound);
        int[] lists = new int[starts[bound]];
        int[] lastSeen = unseen(bound);
        for (int session = sessions.count() - 1; session >= 0; session--) {
            for (int at = sessions.starts[session]; at < sessions.starts[session + 1]; at++) {
                int item = sessions.items[at];
                if (lastSeen[item] != session && filled[item] < starts[item + 1]) {
                    lists[filled[item]++] = session;
                }
                lastSeen[item] = session;
            }
        }
        return lists;
    }

    private static int[] unseen(int length) {
        int[] marks = new int[length];
        Arrays.fill(marks, -1);
        return marks;
    }
}
