package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.order.Customer;
import io.rapport.recommendation.order.ItemAttributes;
import io.rapport.recommendation.session.Purchase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything before a moment to learn from, and for every customer of that time who orders again the first order from
 * that moment on: what will be in it?
 */
record OrderTask(long moment, List<Order> before, List<Question> questions, ItemAttributes attributes) {

    /** One customer's history until the moment, and the next order. */
    record Question(Customer customer, Order next) {}

    static OrderTask at(long moment, List<Order> orders, ItemAttributes attributes) {
        Map<String, List<Purchase>> histories = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        List<Order> before = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (Order order : orders) {
            if (order.at() < moment) {
                before.add(order);
                remember(order, histories);
                places.put(order.customer(), order.place());
            } else if (histories.containsKey(order.customer()) && asked.add(order.customer())) {
                Customer customer = new Customer(histories.get(order.customer()), places.get(order.customer()));
                questions.add(new Question(customer, order));
            }
        }
        return new OrderTask(moment, before, questions, attributes);
    }

    private static void remember(Order order, Map<String, List<Purchase>> histories) {
        List<Purchase> history = histories.computeIfAbsent(order.customer(), customer -> new ArrayList<>());
        order.items().forEach(item -> history.add(new Purchase(item, order.at())));
    }
}
