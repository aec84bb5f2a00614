package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.order.ItemAttributes;
import io.rapport.recommendation.session.Sessions;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small shop, made up from a seed: visitors walk along one of many shelves, customers buy from the shelf they like. */
final class GeneratedShop {
    private static final int SHELVES = 40;
    private static final int PER_SHELF = 15;
    private static final long DAY = 86_400_000;

    private final Random random;

    GeneratedShop(long seed) {
        System.out.println("seed " + seed);
        this.random = new Random(seed);
    }

    ClickSet clicks(int sessions) {
        Sessions all = sessions(sessions);
        int cut = sessions * 9 / 10;
        NextClicks test = NextClicks.of(all.range(cut, sessions));
        return new ClickSet("generated", all.range(0, cut), test, false, "Made up.", List.of());
    }

    OrderSet orders(int count) {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int customer = random.nextInt(count / 8);
            IntList items = new IntArrayList();
            for (int line = 0; line < 4; line++) {
                int item = item(customer % SHELVES, random.nextInt(PER_SHELF));
                if (!items.contains(item)) {
                    items.add(item);
                }
            }
            orders.add(new Order("customer" + customer, 0, i * DAY / 50, items));
        }
        return new OrderSet("generated", "Made up.", orders, ItemAttributes.none());
    }

    private Sessions sessions(int count) {
        Sessions.Builder sessions = Sessions.builder(100);
        for (int i = 0; i < count; i++) {
            int shelf = random.nextInt(SHELVES);
            int[] clicks = new int[2 + random.nextInt(6)];
            int place = random.nextInt(PER_SHELF);
            for (int at = 0; at < clicks.length; at++) {
                place = (place + random.nextInt(3)) % PER_SHELF;
                clicks[at] = random.nextInt(10) == 0 ? random.nextInt(SHELVES * PER_SHELF) : item(shelf, place);
            }
            sessions.add(clicks, i * DAY / 500);
        }
        return sessions.build();
    }

    private static int item(int shelf, int place) {
        return shelf * PER_SHELF + place;
    }
}
