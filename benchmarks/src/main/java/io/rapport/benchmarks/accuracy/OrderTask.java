package io.rapport.benchmarks.accuracy;

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
record OrderTask(long moment, List<Order> before, List<Question> questions) {

    /** One customer's history until the moment, and the next order. */
    record Question(List<Purchase> history, Order next) {}

    static OrderTask at(long moment, List<Order> orders) {
        Map<String, List<Purchase>> histories = new HashMap<>();
        List<Order> before = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (Order order : orders) {
            if (order.at() < moment) {
                before.add(order);
                remember(order, histories);
            } else if (histories.containsKey(order.customer()) && asked.add(order.customer())) {
                questions.add(new Question(histories.get(order.customer()), order));
            }
        }
        return new OrderTask(moment, before, questions);
    }

    private static void remember(Order order, Map<String, List<Purchase>> histories) {
        List<Purchase> history = histories.computeIfAbsent(order.customer(), customer -> new ArrayList<>());
        order.items().forEach(item -> history.add(new Purchase(item, order.at())));
    }
}
