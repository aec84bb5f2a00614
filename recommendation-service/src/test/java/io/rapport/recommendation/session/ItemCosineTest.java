package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ItemCosineTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final Sessions THREE = Histories.inOrder(new int[] {A, B}, new int[] {A, B, B, C}, new int[] {A, 5});

    @Test
    void similarityIsTheCosineOfTheItemsColumns() {
        // Given
        ItemCosine cosine = ItemCosine.build(THREE, CosineParameters.plain());
        // When
        List<ScoredItem> related = cosine.related(A, 10, any -> true);
        // Then
        assertThat(Answers.items(related)).containsExactly(B, C, 5);
        assertThat(related.get(0).score()).isCloseTo(2 / Math.sqrt(3 * 2), within(1e-6));
        assertThat(related.get(1).score()).isCloseTo(1 / Math.sqrt(3), within(1e-6));
        assertThat(related.get(0).evidence()).isEqualTo(new Evidence.FromItems(2, A));
    }

    @Test
    void severalItemsAddUpAndAreLeftOutThemselves() {
        // Given
        ItemCosine cosine = ItemCosine.build(THREE, CosineParameters.plain());
        // When
        List<ScoredItem> related = cosine.related(new int[] {A, B}, new double[] {1, 2}, 10, item -> item != 5);
        // Then
        assertThat(Answers.items(related)).containsExactly(C);
        assertThat(related.get(0).score()).isCloseTo(1 / Math.sqrt(3) + 2 / Math.sqrt(2), within(1e-6));
        assertThat(related.get(0).evidence()).isEqualTo(new Evidence.FromItems(1, B));
    }

    @Test
    void anItemMayBeWhatGoesBestWithTheOthers() {
        // Given
        ItemCosine cosine = ItemCosine.build(THREE, CosineParameters.plain());
        // When
        List<ScoredItem> related = cosine.relatedOrSame(new int[] {A, B}, new double[] {1, 1}, 10, item -> item <= C);
        // Then
        assertThat(Answers.items(related)).containsExactly(C, A, B);
        assertThat(related.get(1).evidence()).isEqualTo(new Evidence.FromItems(2, B));
    }

    @Test
    void shrinkageKeepsChanceMeetingsDown() {
        // Given
        CosineParameters shrunk = new CosineParameters(10, 2, 0, Duration.ZERO);
        // When
        List<ScoredItem> related = ItemCosine.build(THREE, shrunk).related(A, 10, any -> true);
        // Then
        assertThat(related.get(0).score()).isCloseTo(2 / Math.sqrt(6) * 2 / 4, within(1e-6));
        assertThat(related.get(1).score()).isCloseTo(1 / Math.sqrt(3) * 1 / 3, within(1e-6));
    }

    @Test
    void longAndOldSessionsCountLess() {
        // Given: A with B in a session of 2 clicks one half-life ago, A with C in one of 4 just now
        Sessions sessions = Sessions.builder(10)
                .add(new int[] {A, B}, 0)
                .add(new int[] {A, C, 7, 8}, 1000)
                .build();
        CosineParameters parameters = new CosineParameters(10, 0, 1, Duration.ofSeconds(1));
        // When
        List<ScoredItem> related = ItemCosine.build(sessions, parameters).related(A, 1, item -> item <= C);
        // Then: both sessions weigh ¼, of them A has two
        assertThat(related.get(0).score()).isCloseTo(0.25 / Math.sqrt(0.5 * 0.25), within(1e-6));
    }

    @Test
    void countsAsADenseMatrixDoes() {
        // Given
        System.out.println("seed 41");
        List<int[]> history = Histories.random(new Random(41), 500, 40);
        double[][] together = together(history);
        ItemCosine cosine = ItemCosine.build(Histories.inOrder(history), CosineParameters.plain());
        for (int item = 0; item < 40; item++) {
            // When
            List<ScoredItem> related = cosine.related(item, 40, any -> true);
            // Then
            for (ScoredItem other : related) {
                double norm = Math.sqrt(together[item][item] * together[other.item()][other.item()]);
                assertThat(other.score()).isCloseTo(together[item][other.item()] / norm, within(1e-6));
            }
            int row = item;
            long expected =
                    Arrays.stream(together[row]).filter(count -> count > 0).count() - 1;
            assertThat(related).hasSize((int) Math.max(0, expected));
        }
    }

    @Test
    void anUnknownItemHasNoRelatives() {
        assertThat(ItemCosine.build(THREE, CosineParameters.tuned()).related(99, 5, any -> true))
                .isEmpty();
    }

    private static double[][] together(List<int[]> history) {
        double[][] together = new double[40][40];
        for (int[] session : history) {
            int[] distinct = Arrays.stream(session).distinct().toArray();
            for (int one : distinct) {
                for (int other : distinct) {
                    together[one][other]++;
                }
            }
        }
        return together;
    }
}
