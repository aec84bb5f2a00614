package io.rapport.recommendation.order;

import io.rapport.recommendation.order.Orders.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Examples to learn from: at several moments before the end of the orders, what was known then of everybody who ordered
 * again, and what their next order held. Nothing of an example comes from after its moment but its outcome.
 */
final class Lessons {
    private static final int OTHERS = 150;
    private static final long SEED = 20_211_207;

    private final Orders orders;
    private final ItemAttributes attributes;
    private final RankerSettings settings;
    private final Random random = new Random(SEED);

    Lessons(Orders orders, ItemAttributes attributes, RankerSettings settings) {
        this.orders = orders;
        this.attributes = attributes;
        this.settings = settings;
    }

    List<Example> draw() {
        List<Example> examples = new ArrayList<>();
        for (int slice = 1; slice <= settings.slices(); slice++) {
            long moment = orders.newest() - slice * settings.spacing().toMillis() + 1;
            Orders before = orders.before(moment);
            if (!before.isEmpty()) {
                drawAt(moment, before, examples);
            }
        }
        return examples;
    }

    private void drawAt(long moment, Orders before, List<Example> examples) {
        Knowledge knowledge = new Knowledge(before, attributes);
        Map<String, Customer> customers = before.customers();
        Set<String> asked = new HashSet<>();
        long until = moment + settings.horizon().toMillis();
        for (Order order : orders.all()) {
            boolean next = order.at() >= moment
                    && order.at() < until
                    && customers.containsKey(order.customer())
                    && asked.add(order.customer());
            if (next) {
                Customer customer = customers.get(order.customer());
                add(knowledge.read(customer, moment), customer, order, examples);
            }
        }
    }

    private void add(Knowledge.Readings readings, Customer customer, Order next, List<Example> examples) {
        IntPredicate allowed = settings.allowed(customer);
        int[] candidates = readings.candidates(allowed);
        Set<Integer> wanted = new HashSet<>();
        Arrays.stream(next.items()).forEach(wanted::add);
        int[] bought = Arrays.stream(candidates).filter(wanted::contains).toArray();
        int[] others =
                Arrays.stream(candidates).filter(item -> !wanted.contains(item)).toArray();
        if (bought.length > 0 && others.length > 0) {
            int kept = Math.min(OTHERS, others.length);
            float[][] rows = new float[bought.length + kept][];
            Row row = new Row();
            for (int i = 0; i < bought.length; i++) {
                rows[i] = readings.describe(bought[i], row);
            }
            for (int i = 0; i < kept; i++) {
                swap(others, i, i + random.nextInt(others.length - i));
                rows[bought.length + i] = readings.describe(others[i], row);
            }
            examples.add(new Example(rows, bought.length, (double) others.length / kept));
        }
    }

    private static void swap(int[] items, int one, int other) {
        int item = items[one];
        items[one] = items[other];
        items[other] = item;
    }
}
