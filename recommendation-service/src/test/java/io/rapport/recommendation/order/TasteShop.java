package io.rapport.recommendation.order;

import io.rapport.recommendation.order.Orders.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A made-up shop: every customer likes a few categories, buys what is popular in them, and nothing twice. */
final class TasteShop {
    static final int CATEGORIES = 40;
    static final int PER_CATEGORY = 15;
    static final long DAY = 86_400_000;
    private static final int CUSTOMERS = 250;
    private static final int LIKED = 3;

    private final Random random;
    private final List<Set<Integer>> bought = new ArrayList<>();

    TasteShop(long seed) {
        System.out.println("seed " + seed);
        random = new Random(seed);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            bought.add(new HashSet<>());
        }
    }

    static ItemAttributes catalog() {
        ItemAttributes.Builder catalog = ItemAttributes.builder("category");
        for (int item = 0; item < CATEGORIES * PER_CATEGORY; item++) {
            catalog.add(item, "category", "category" + item / PER_CATEGORY).price(item, 1 + item % 7);
        }
        return catalog.build();
    }

    /** Fifty orders a day of customers who come back every five days or so. */
    List<Order> orders(int count) {
        List<Order> orders = new ArrayList<>();
        while (orders.size() < count) {
            int customer = random.nextInt(CUSTOMERS);
            int[] items = basket(customer);
            if (items.length > 0) {
                orders.add(new Order("customer" + customer, customer % 4, orders.size() * DAY / 50, items));
            }
        }
        return orders;
    }

    static List<Integer> liked(int customer) {
        List<Integer> liked = new ArrayList<>();
        for (int i = 0; i < LIKED; i++) {
            liked.add((customer * 7 + i * 11) % CATEGORIES);
        }
        return liked;
    }

    private int[] basket(int customer) {
        Set<Integer> basket = new HashSet<>();
        for (int line = 0; line < 2; line++) {
            int category = liked(customer).get(random.nextInt(LIKED));
            int place = (int) (PER_CATEGORY * Math.pow(random.nextDouble(), 2));
            int item = category * PER_CATEGORY + place;
            if (bought.get(customer).add(item)) {
                basket.add(item);
            }
        }
        return basket.stream().mapToInt(item -> item).toArray();
    }
}
