package io.rapport.recommendation.order;

import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.Sessions;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model learns from: orders, the first one first. Immutable. */
public final class Orders {
    private static final int LONGEST = 1000;

    private final List<Order> orders;

    private Orders(List<Order> orders) {
        this.orders = orders;
    }

    /**
     * What a customer bought at one moment.
     *
     * @param place where: a store, a country; {@link Customer#NOWHERE} when that is not known
     * @param at epoch milliseconds
     * @param items each once
     */
    public record Order(String customer, int place, long at, int[] items) {}

    public static Orders of(List<Order> orders) {
        return new Orders(
                orders.stream().sorted(Comparator.comparingLong(Order::at)).toList());
    }

    List<Order> all() {
        return orders;
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    /** When the newest was made. */
    long newest() {
        return orders.get(orders.size() - 1).at();
    }

    long oldest() {
        return orders.get(0).at();
    }

    /** Those made before a moment. */
    Orders before(long moment) {
        return new Orders(
                orders.stream().takeWhile(order -> order.at() < moment).toList());
    }

    /** One more than the largest item. */
    int itemBound() {
        return orders.stream()
                        .flatMapToInt(order -> Arrays.stream(order.items()))
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** Every customer's purchases, the first one first. */
    Map<String, Customer> customers() {
        Map<String, List<Purchase>> bought = new LinkedHashMap<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Order order : orders) {
            List<Purchase> mine = bought.computeIfAbsent(order.customer(), customer -> new ArrayList<>());
            for (int item : order.items()) {
                mine.add(new Purchase(item, order.at()));
            }
            places.put(order.customer(), order.place());
        }
        Map<String, Customer> customers = new LinkedHashMap<>();
        bought.forEach((customer, mine) -> customers.put(customer, new Customer(mine, places.get(customer))));
        return customers;
    }

    /** Each order as a session. */
    Sessions baskets() {
        Sessions.Builder baskets = Sessions.builder(LONGEST);
        orders.forEach(order -> baskets.add(order.items(), order.at()));
        return baskets.build();
    }

    /** What a customer bought as a session: each item once, the latest so many. */
    Sessions histories(int latest) {
        Sessions.Builder histories = Sessions.builder(LONGEST);
        customers().values().forEach(customer -> {
            List<Purchase> history = customer.history();
            IntLinkedOpenHashSet items = new IntLinkedOpenHashSet();
            for (int at = history.size() - 1; at >= 0 && items.size() < latest; at--) {
                items.add(history.get(at).item());
            }
            histories.add(items.toIntArray(), customer.latest());
        });
        return histories.build();
    }
}
