package io.rapport.recommendation.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.order.Orders.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final RankerSettings ONE_SLICE =
            new RankerSettings(true, 1, Duration.ofDays(4), Duration.ofDays(8), 1, 0, 0);

    private final List<Order> orders = new TasteShop(5).orders(1200);
    private final long moment = Orders.of(orders).newest() - Duration.ofDays(4).toMillis() + 1;

    @Test
    void whatIsKnownAtAMomentDoesNotChangeWithWhatIsBoughtAfterIt() {
        // Given: the same orders before the moment, and the same customers order after it, but all buy one other thing
        List<Order> changed = new ArrayList<>();
        for (Order order : orders) {
            changed.add(
                    order.at() < moment
                            ? order
                            : new Order(order.customer(), order.place(), order.at(), new int[] {17}));
        }
        // When
        Knowledge known = new Knowledge(Orders.of(orders).before(moment), TasteShop.catalog());
        Knowledge afterTheChange = new Knowledge(Orders.of(changed).before(moment), TasteShop.catalog());
        Customer customer = Orders.of(orders).before(moment).customers().get("customer3");
        // Then
        int[] candidates = known.read(customer, moment).candidates(any -> true);
        assertThat(afterTheChange.read(customer, moment).candidates(any -> true))
                .isEqualTo(candidates);
        for (int item : candidates) {
            assertThat(afterTheChange.read(customer, moment).describe(item, new Row()))
                    .isEqualTo(known.read(customer, moment).describe(item, new Row()));
        }
    }

    @Test
    void anExampleIsDescribedAsOfItsMomentWhateverOthersBuyLater() {
        // Given: after the moment everybody but one customer buys other things, the first and the last order left alone
        String one = orders.stream()
                .filter(order -> order.at() >= moment)
                .map(Order::customer)
                .findFirst()
                .orElseThrow();
        List<Order> changed = new ArrayList<>();
        for (Order order : orders) {
            boolean kept = order.at() < moment || order.customer().equals(one);
            changed.add(kept ? order : new Order(order.customer(), order.place(), order.at(), new int[] {17}));
        }
        // When
        Example before = firstOf(orders);
        Example after = firstOf(changed);
        // Then
        assertThat(after.bought()).isEqualTo(before.bought());
        assertThat(after.rows()).isDeepEqualTo(before.rows());
    }

    @Test
    void everyCustomerOfTheTimeBeforeIsAskedOnceAboutTheirNextOrder() {
        // When
        List<Example> examples = new Lessons(Orders.of(orders), TasteShop.catalog(), ONE_SLICE).draw();
        // Then
        long customers = orders.stream()
                .filter(order -> order.at() >= moment)
                .map(Order::customer)
                .distinct()
                .count();
        assertThat(examples).hasSizeBetween(1, (int) customers);
        assertThat(examples).allMatch(example -> example.bought() >= 1 && example.bought() <= 2);
    }

    private static Example firstOf(List<Order> orders) {
        return new Lessons(Orders.of(orders), TasteShop.catalog(), ONE_SLICE)
                .draw()
                .get(0);
    }
}
