package io.rapport.recommendation.session;

import java.util.Arrays;

/** One session of the overlay. Immutable: a click makes a new one, so readers never see half a change. */
final class LiveSession {
    final String visitor;
    final int[] items;
    final long lastAt;

    LiveSession(String visitor, int[] items, long lastAt) {
        this.visitor = visitor;
        this.items = items;
        this.lastAt = lastAt;
    }

    boolean holds(int item) {
        for (int held : items) {
            if (held == item) {
                return true;
            }
        }
        return false;
    }

    LiveSession with(int item, long at) {
        int[] more = Arrays.copyOf(items, items.length + 1);
        more[items.length] = item;
        return new LiveSession(visitor, more, Math.max(lastAt, at));
    }

    LiveSession ownedBy(String owner) {
        return new LiveSession(owner, items, lastAt);
    }
}
