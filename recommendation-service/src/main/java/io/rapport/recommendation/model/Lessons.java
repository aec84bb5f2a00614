package io.rapport.recommendation.model;

import io.rapport.recommendation.interaction.InteractionKind;
import io.rapport.recommendation.session.ItemTable;
import io.rapport.recommendation.session.Popularity;
import io.rapport.recommendation.session.Sessions;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes sessions, orders and popularity of the interactions of all visitors. They come by visitor, each visitor's in order
 * of time. A pause ends a session; an order is a session among the orders, too. Not thread-safe.
 */
final class Lessons {
    private final long gap;
    private final ItemTable items = new ItemTable();
    private final Sessions.Builder sessions;
    private final Sessions.Builder orders;
    private final Popularity.Builder popularity;
    private final IntArrayList session = new IntArrayList();
    private final IntArrayList order = new IntArrayList();
    private @Nullable UUID visitor;
    private @Nullable UUID orderEvent;
    private long lastAt;
    private long interactions;
    private int orderCount;
    private long newest = Long.MIN_VALUE;

    /**
     * @param gap the pause that ends a session
     * @param longest the most clicks of one
     * @param most of the sessions and of the orders so many are kept, the newest
     * @param halfLife of popularity
     */
    Lessons(Duration gap, int longest, int most, Duration halfLife) {
        this.gap = gap.toMillis();
        this.sessions = Sessions.builder(longest, most);
        this.orders = Sessions.builder(longest, most);
        this.popularity = Popularity.builder(halfLife);
    }

    /** The next interaction; {@code at} is its epoch milliseconds. */
    void take(UUID who, UUID event, InteractionKind kind, String product, long at) {
        if (!who.equals(visitor) || at - lastAt > gap) {
            endSession();
        }
        if (!event.equals(orderEvent)) {
            endOrder();
        }
        visitor = who;
        lastAt = at;
        newest = Math.max(newest, at);
        interactions++;
        learn(event, kind, items.intern(product), at);
    }

    private void learn(UUID event, InteractionKind kind, int item, long at) {
        if (session.isEmpty() || session.getInt(session.size() - 1) != item) {
            session.add(item);
        }
        if (kind == InteractionKind.PURCHASE) {
            orderEvent = event;
            order.add(item);
        }
        popularity.add(item, at);
    }

    /** To be called after the last interaction. */
    void end() {
        endSession();
        endOrder();
    }

    /** One item says nothing of what goes with it. */
    private void endSession() {
        endOrder();
        if (session.size() > 1) {
            sessions.add(session.toIntArray(), lastAt);
        }
        session.clear();
    }

    private void endOrder() {
        if (order.size() > 1) {
            orders.add(order.toIntArray(), lastAt);
            orderCount++;
        }
        order.clear();
        orderEvent = null;
    }

    ItemTable items() {
        return items;
    }

    Sessions sessions() {
        return sessions.build();
    }

    Sessions orders() {
        return orders.build();
    }

    Popularity popularity() {
        return popularity.build();
    }

    /** How many orders had more than one item. */
    int orderCount() {
        return orderCount;
    }

    long interactions() {
        return interactions;
    }

    /** Epoch milliseconds of the newest interaction. */
    long newest() {
        return newest;
    }
}
