package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.order.ItemAttributes;
import java.util.List;

/** A shop's orders, the first one first, and what its catalog says of the items. */
record OrderSet(String name, String about, List<Order> orders, ItemAttributes attributes) {
    private static final double TRAINING = 0.9;

    /** The moment before which nine tenths of the orders were made. */
    long split() {
        return orders.get((int) (orders.size() * TRAINING)).at();
    }

    OrderSet before(long moment) {
        return new OrderSet(
                name,
                about,
                orders.stream().filter(order -> order.at() < moment).toList(),
                attributes);
    }

    OrderTask task() {
        return OrderTask.at(split(), orders, attributes);
    }
}
