package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.order.OrderRanker;
import io.rapport.recommendation.order.Orders;
import io.rapport.recommendation.order.RankerSettings;
import io.rapport.recommendation.session.CosineParameters;
import io.rapport.recommendation.session.ItemCosine;
import io.rapport.recommendation.session.NextOrder;
import io.rapport.recommendation.session.Popularity;
import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.session.Sessions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The models that are compared on orders, each from the orders before the moment and its hyper-parameters. */
final class OrderModels {
    private static final int LONGEST = 1000;

    private OrderModels() {}

    static OrderPredictor popularity(OrderTask task, Duration halfLife) {
        Popularity popularity = count(task, halfLife);
        return (customer, limit, allowed) -> popularity.top(limit, allowed);
    }

    /** Plain item-kNN: the cosines to everything that the customer bought, added up. */
    static OrderPredictor itemCosine(OrderTask task) {
        ItemCosine cosine = ItemCosine.build(baskets(task), CosineParameters.plain());
        return (customer, limit, allowed) -> {
            int[] bought = bought(customer.history());
            double[] weights = new double[bought.length];
            Arrays.fill(weights, 1);
            return cosine.relatedOrSame(bought, weights, limit, allowed);
        };
    }

    /** VMIS-kNN over orders, asked with the latest of what the customer bought: m, k and the longest query. */
    static OrderPredictor neighbours(OrderTask task, List<Double> values) {
        SessionParameters parameters = ClickModels.published(values);
        SessionIndex index = SessionIndex.build(baskets(task), parameters);
        return (customer, limit, allowed) -> {
            List<Purchase> history = customer.history();
            int[] latest = history.stream()
                    .skip(Math.max(0, history.size() - parameters.longestQuery()))
                    .mapToInt(Purchase::item)
                    .toArray();
            return index.recommend(SessionQuery.of(latest, limit).allowing(allowed));
        };
    }

    /** Days and weights in the order of {@link OrderBenchmark#MIX}. */
    static OrderPredictor mix(OrderTask task, List<Double> values) {
        CosineParameters cosine = new CosineParameters(200, values.get(0), values.get(1), days(values.get(2)));
        NextOrder.Mix mix =
                new NextOrder.Mix(values.get(4), 1, values.get(5), days(values.get(6)), days(values.get(7)));
        NextOrder model = new NextOrder(ItemCosine.build(baskets(task), cosine), count(task, days(values.get(3))), mix);
        return (customer, limit, allowed) -> model.recommend(customer.history(), task.moment(), limit, allowed);
    }

    static OrderRanker ranker(OrderTask task, RankerSettings settings) {
        return OrderRanker.fit(orders(task), task.attributes(), settings).orElseThrow();
    }

    static OrderPredictor asking(OrderRanker ranker, OrderTask task) {
        return (customer, limit, allowed) -> ranker.recommend(customer, task.moment(), limit, allowed);
    }

    static Orders orders(OrderTask task) {
        return Orders.of(task.before().stream()
                .map(order -> new Orders.Order(
                        order.customer(),
                        order.place(),
                        order.at(),
                        order.items().toIntArray()))
                .toList());
    }

    static Duration days(double days) {
        return Duration.ofHours(Math.round(24 * days));
    }

    private static Popularity count(OrderTask task, Duration halfLife) {
        Popularity.Builder counts = Popularity.builder(halfLife);
        for (Order order : task.before()) {
            order.items().forEach(item -> counts.add(item, order.at()));
        }
        return counts.build();
    }

    private static Sessions baskets(OrderTask task) {
        Sessions.Builder baskets = Sessions.builder(LONGEST);
        task.before().forEach(order -> baskets.add(order.items().toIntArray(), order.at()));
        return baskets.build();
    }

    private static int[] bought(List<Purchase> history) {
        return history.stream().mapToInt(Purchase::item).distinct().toArray();
    }
}
