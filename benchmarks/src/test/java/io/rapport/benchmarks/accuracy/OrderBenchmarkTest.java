package io.rapport.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.order.Customer;
import io.rapport.recommendation.order.ItemAttributes;
import io.rapport.recommendation.order.RankerSettings;
import io.rapport.recommendation.session.Purchase;
import it.unimi.dsi.fastutil.ints.IntList;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBenchmarkTest {
    private final PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @Test
    void theRankerBeatsPopularity() {
        // Given
        OrderSet set = new GeneratedShop(3).orders(1500);
        // When
        SetResult again = new OrderBenchmark(set, Repeats.ALLOWED, log).run();
        SetResult first = new OrderBenchmark(set, Repeats.LEFT_OUT, log).run();
        // Then
        assertThat(again.timesPopularity()).isGreaterThan(2);
        assertThat(first.timesPopularity()).isGreaterThan(2);
        assertThat(first.figures(Kind.OURS).orElseThrow().targets())
                .isBetween(1L, again.figures(Kind.OURS).orElseThrow().targets() - 1);
    }

    @Test
    void aTaskKnowsNothingOfWhatComesAfterItsMoment() {
        // Given
        Order first = order("ann", 1, 10);
        Order other = order("bob", 2, 20);
        Order next = order("ann", 5, 30);
        Order newcomers = order("cem", 6, 40);
        Order later = order("ann", 7, 50);
        // When
        OrderTask task = OrderTask.at(5, List.of(first, other, next, newcomers, later), ItemAttributes.none());
        // Then: of those who ordered before the moment only Ann orders again, and only her first order counts
        assertThat(task.before()).containsExactly(first, other);
        assertThat(task.questions())
                .containsExactly(new OrderTask.Question(new Customer(List.of(new Purchase(10, 1)), 3), next));
    }

    @Test
    void theRankerAnswersTheSameWhateverIsOrderedFromTheMomentOn() {
        // Given
        List<Order> orders = new GeneratedShop(4).orders(1000).orders();
        long moment = orders.get(900).at();
        List<Order> changed = new ArrayList<>(orders.subList(0, 900));
        orders.subList(900, 1000)
                .forEach(order -> changed.add(new Order(order.customer(), 0, order.at(), IntList.of(1, 2, 3))));
        // When
        OrderTask task = OrderTask.at(moment, orders, ItemAttributes.none());
        OrderTask otherwise = OrderTask.at(moment, changed, ItemAttributes.none());
        RankerSettings settings = new RankerSettings(true, 2, Duration.ofDays(3), Duration.ofDays(6), 4, 1e-4, 10);
        OrderPredictor ranker = OrderModels.asking(OrderModels.ranker(task, settings), task);
        OrderPredictor afterTheChange = OrderModels.asking(OrderModels.ranker(otherwise, settings), otherwise);
        // Then
        for (OrderTask.Question question : task.questions()) {
            assertThat(afterTheChange.predict(question.customer(), 20, any -> true))
                    .isEqualTo(ranker.predict(question.customer(), 20, any -> true));
        }
    }

    @Test
    void whatWasBoughtBeforeIsNeitherProposedNorCountedWhereRepeatsAreLeftOut() {
        // Given
        List<Order> orders = List.of(order("ann", 1, 10, 11), order("ann", 5, 10, 30));
        OrderTask task = OrderTask.at(5, orders, ItemAttributes.none());
        OrderPredictor sevenOfAll = (customer, limit, allowed) -> List.of();
        // When
        Figures all = Repeats.ALLOWED.figures(sevenOfAll, task);
        Figures firstOnly = Repeats.LEFT_OUT.figures(sevenOfAll, task);
        // Then
        assertThat(all.targets()).isEqualTo(2);
        assertThat(firstOnly.targets()).isEqualTo(1);
        assertThat(all.hitRate()).isZero();
    }

    private static Order order(String customer, long at, int... items) {
        return new Order(customer, 3, at, IntList.of(items));
    }
}
