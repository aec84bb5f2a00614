package io.rapport.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.session.Purchase;
import it.unimi.dsi.fastutil.ints.IntList;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBenchmarkTest {
    private final PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @Test
    void theMixOfReasonsBeatsPopularity() {
        // Given
        OrderSet set = new GeneratedShop(3).orders(4000);
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
        OrderTask task = OrderTask.at(5, List.of(first, other, next, newcomers, later));
        // Then: of those who ordered before the moment only Ann orders again, and only her first order counts
        assertThat(task.before()).containsExactly(first, other);
        assertThat(task.questions()).containsExactly(new OrderTask.Question(List.of(new Purchase(10, 1)), next));
    }

    @Test
    void whatWasBoughtBeforeIsNeitherProposedNorCountedWhereRepeatsAreLeftOut() {
        // Given
        OrderTask task = OrderTask.at(5, List.of(order("ann", 1, 10, 11), order("ann", 5, 10, 30)));
        OrderPredictor sevenOfAll = (history, limit, allowed) -> List.of();
        // When
        Figures all = Repeats.ALLOWED.figures(sevenOfAll, task);
        Figures firstOnly = Repeats.LEFT_OUT.figures(sevenOfAll, task);
        // Then
        assertThat(all.targets()).isEqualTo(2);
        assertThat(firstOnly.targets()).isEqualTo(1);
        assertThat(all.hitRate()).isZero();
    }

    private static Order order(String customer, long at, int... items) {
        return new Order(customer, at, IntList.of(items));
    }
}
