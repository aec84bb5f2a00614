package io.rapport.recommendation.session;

import java.util.function.IntPredicate;

/** What is asked of the session model: the clicks so far, oldest first, and what the answer may hold. Immutable. */
public final class SessionQuery {
    final int[] items;
    final int limit;
    final String visitor;
    final IntPredicate allowed;

    private SessionQuery(int[] items, int limit, String visitor, IntPredicate allowed) {
        this.items = items;
        this.limit = limit;
        this.visitor = visitor;
        this.allowed = allowed;
    }

    /** Asks for the best {@code limit} items for a session of these clicks. */
    public static SessionQuery of(int[] items, int limit) {
        return new SessionQuery(items.clone(), limit, "", item -> true);
    }

    /** The same for a visitor whose live session these clicks are: it is not its own neighbour. */
    public SessionQuery by(String visitor) {
        return new SessionQuery(items, limit, visitor, allowed);
    }

    /** The same with only such items in the answer. */
    public SessionQuery allowing(IntPredicate allowed) {
        return new SessionQuery(items, limit, visitor, allowed);
    }

    /** The same without the current item, as on a product's own page. */
    public SessionQuery withoutCurrent() {
        int current = items.length == 0 ? -1 : items[items.length - 1];
        IntPredicate before = allowed;
        return allowing(item -> item != current && before.test(item));
    }
}
