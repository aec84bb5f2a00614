package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextOrderTest {
    private static final int TEA = 0;
    private static final int MILK = 1;
    private static final int CAKE = 2;
    private static final int HIT = 3;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Sessions orders =
            Histories.inOrder(new int[] {TEA, CAKE}, new int[] {TEA, CAKE}, new int[] {HIT}, new int[] {HIT});
    private final NextOrder model = new NextOrder(
            ItemCosine.build(orders, CosineParameters.plain()),
            Popularity.builder(WEEK).add(HIT, 0).add(HIT, 0).add(TEA, 0).build(),
            new NextOrder.Mix(4, 1, 0.3, WEEK, WEEK));

    @Test
    void whatWasBoughtComesFirstThenWhatGoesWithItThenWhatEverybodyBuys() {
        // Given
        List<Purchase> history = List.of(new Purchase(TEA, 0), new Purchase(TEA, DAY), new Purchase(MILK, DAY));
        // When
        List<ScoredItem> answer = model.recommend(history, 2 * DAY, 10, any -> true);
        // Then
        assertThat(Answers.items(answer)).containsExactly(TEA, MILK, CAKE, HIT);
        assertThat(answer.get(0).evidence()).isEqualTo(new Evidence.FromHistory(2));
        assertThat(answer.get(2).evidence()).isEqualTo(new Evidence.FromItems(2, TEA));
        assertThat(answer.get(3).evidence()).isEqualTo(new Evidence.FromPopularity(2));
    }

    @Test
    void whatWasBoughtLongAgoYieldsToWhatWasBoughtLately() {
        // Given
        List<Purchase> history = List.of(new Purchase(MILK, 0), new Purchase(TEA, 20 * DAY));
        // When
        List<ScoredItem> answer = model.recommend(history, 21 * DAY, 10, item -> item <= MILK);
        // Then
        assertThat(Answers.items(answer)).containsExactly(TEA, MILK);
        assertThat(answer.get(1).score()).isLessThan(answer.get(0).score() / 3);
    }

    @Test
    void withoutAHistoryPopularityIsLeft() {
        assertThat(Answers.items(model.recommend(List.of(), 0, 10, any -> true)))
                .containsExactly(HIT, TEA);
    }
}
