package io.rapport.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.recommendation.session.Evidence;
import io.rapport.recommendation.session.ScoredItem;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void hitsAndReciprocalRanksAreCountedOverAllQuestions() {
        // Given: targets at ranks 1 and 4, and one that is missed
        NextClicks questions = new NextClicks();
        questions.add(new int[] {9}, 100);
        questions.add(new int[] {9, 9}, 103);
        questions.add(new int[] {9}, 7);
        // When
        Figures figures = Figures.of((clicks, limit) -> hundredAndOn(limit), questions);
        // Then
        assertThat(figures.targets()).isEqualTo(3);
        assertThat(figures.hitRate()).isCloseTo(100 * 2 / 3.0, within(1e-9));
        assertThat(figures.mrr()).isCloseTo(100 * (1 + 0.25) / 3, within(1e-9));
        assertThat(figures.micros(99)).isPositive();
    }

    @Test
    void aQuestionIsHitWhenOneOfItsTargetsIsAndCountsOnlyWithTargets() {
        // Given
        Figures figures = new Figures();
        // When: one question is hit twice, one not at all, and one asks for nothing
        figures.count(hundredAndOn(20), IntList.of(100, 101, 7));
        figures.count(hundredAndOn(20), IntList.of(8));
        figures.count(hundredAndOn(20), IntList.of());
        // Then
        assertThat(figures.targets()).isEqualTo(4);
        assertThat(figures.hitRate()).isEqualTo(50);
        assertThat(figures.askedHitRate()).isEqualTo(50);
    }

    private static List<ScoredItem> hundredAndOn(int limit) {
        return IntStream.range(100, 100 + limit)
                .mapToObj(item -> new ScoredItem(item, 1, new Evidence.FromPopularity(1)))
                .toList();
    }
}
