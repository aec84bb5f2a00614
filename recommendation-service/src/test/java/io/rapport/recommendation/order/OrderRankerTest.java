package io.rapport.recommendation.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.order.Orders.Order;
import io.rapport.recommendation.session.Evidence;
import io.rapport.recommendation.session.Popularity;
import io.rapport.recommendation.session.ScoredItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class OrderRankerTest {
    private static final long DAY = TasteShop.DAY;
    private static final RankerSettings SETTINGS =
            new RankerSettings(false, 3, Duration.ofDays(4), Duration.ofDays(8), 4, 1e-4, 10);

    private final ItemAttributes catalog = TasteShop.catalog();

    @Test
    void beatsPopularityTwiceOverWhereCustomersHaveATasteInCategories() {
        // Given
        List<Order> all = new TasteShop(7).orders(2500);
        long moment = all.get(2200).at();
        Orders before = Orders.of(all).before(moment);
        Popularity.Builder counts = Popularity.builder(Duration.ZERO);
        before.all().forEach(order -> Arrays.stream(order.items()).forEach(item -> counts.add(item, order.at())));
        Popularity popularity = counts.build();
        // When
        OrderRanker ranker = OrderRanker.fit(before, catalog, SETTINGS).orElseThrow();
        // Then
        int ours = 0;
        int popular = 0;
        for (Map.Entry<Order, Customer> asked : nextOrders(all, before, moment).entrySet()) {
            IntPredicate allowed = SETTINGS.allowed(asked.getValue());
            ours += hits(asked.getKey(), ranker.recommend(asked.getValue(), moment, 20, allowed));
            popular += hits(asked.getKey(), popularity.top(20, allowed));
        }
        assertThat(ours).isGreaterThan(2 * popular).isPositive();
    }

    @Test
    void learnsTheSameFromTheSameOrders() {
        // Given
        Orders orders = Orders.of(new TasteShop(8).orders(1500));
        Customer customer = orders.customers().get("customer3");
        // When
        OrderRanker one = OrderRanker.fit(orders, catalog, SETTINGS).orElseThrow();
        OrderRanker other = OrderRanker.fit(orders, catalog, SETTINGS).orElseThrow();
        // Then
        assertThat(one.recommend(customer, orders.newest(), 20, any -> true))
                .isEqualTo(other.recommend(customer, orders.newest(), 20, any -> true))
                .hasSize(20);
    }

    @Test
    void theFirstOfManyTreesAreThoseThatWouldHaveBeenGrownAlone() {
        // Given
        Orders orders = Orders.of(new TasteShop(8).orders(1500));
        Customer customer = orders.customers().get("customer3");
        RankerSettings few =
                new RankerSettings(false, 3, SETTINGS.spacing(), SETTINGS.horizon(), 4, SETTINGS.shrinkage(), 4);
        // When
        OrderRanker many = OrderRanker.fit(orders, catalog, SETTINGS).orElseThrow();
        OrderRanker alone = OrderRanker.fit(orders, catalog, few).orElseThrow();
        // Then
        assertThat(many.withTrees(4).recommend(customer, orders.newest(), 20, any -> true))
                .isEqualTo(alone.recommend(customer, orders.newest(), 20, any -> true));
    }

    @Test
    void withoutAHistoryWhatIsPopularIsLeft() {
        // Given
        Orders orders = Orders.of(new TasteShop(9).orders(1500));
        OrderRanker ranker = OrderRanker.fit(orders, catalog, SETTINGS).orElseThrow();
        // When
        List<ScoredItem> answer =
                ranker.recommend(new Customer(List.of(), Customer.NOWHERE), orders.newest(), 5, any -> true);
        // Then
        assertThat(answer).hasSize(5).allMatch(item -> item.evidence() instanceof Evidence.FromPopularity);
    }

    @Test
    void whereNothingIsAllowedNothingIsAnswered() {
        // Given
        Orders orders = Orders.of(new TasteShop(9).orders(1500));
        OrderRanker ranker = OrderRanker.fit(orders, catalog, SETTINGS).orElseThrow();
        Customer customer = orders.customers().get("customer3");
        // When
        List<ScoredItem> answer = ranker.recommend(customer, orders.newest(), 5, any -> false);
        // Then
        assertThat(answer).isEmpty();
    }

    @Test
    void tooFewNextOrdersTeachNothing() {
        assertThat(OrderRanker.fit(Orders.of(new TasteShop(9).orders(60)), catalog, SETTINGS))
                .isEmpty();
        assertThat(OrderRanker.fit(Orders.of(List.of()), catalog, SETTINGS)).isEmpty();
    }

    private static Map<Order, Customer> nextOrders(List<Order> all, Orders before, long moment) {
        Map<String, Customer> customers = before.customers();
        Map<Order, Customer> next = new java.util.LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        for (Order order : all) {
            if (order.at() >= moment && customers.containsKey(order.customer()) && asked.add(order.customer())) {
                next.put(order, customers.get(order.customer()));
            }
        }
        return next;
    }

    private static int hits(Order order, List<ScoredItem> answer) {
        List<Integer> found = new ArrayList<>();
        answer.forEach(item -> found.add(item.item()));
        return (int) Arrays.stream(order.items()).filter(found::contains).count();
    }
}
