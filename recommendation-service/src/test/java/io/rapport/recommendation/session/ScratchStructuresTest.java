package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScratchStructuresTest {
    private static final long SEED = 51;
    private final Random random = new Random(SEED);

    @Test
    void selectionFindsWhatSortingFinds() {
        System.out.println("seed " + SEED);
        for (int round = 0; round < 500; round++) {
            // Given: few distinct values, so that there are ties
            int count = 1 + random.nextInt(60);
            double[] values =
                    random.doubles(count).map(value -> Math.floor(value * 12)).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int rank = 1 + random.nextInt(count);
            // When
            double found = Selection.largest(values, count, rank);
            // Then
            assertThat(found).isEqualTo(sorted[count - rank]);
        }
    }

    @Test
    void theBestAreKeptInOrderWithTiesToTheSmallerItem() {
        System.out.println("seed " + SEED);
        TopItems top = new TopItems();
        for (int round = 0; round < 300; round++) {
            // Given
            double[] scores =
                    random.doubles(80).map(value -> Math.floor(value * 20)).toArray();
            int limit = 1 + random.nextInt(90);
            top.reset(limit);
            // When
            for (int item : shuffled(80)) {
                if (top.admits(item, scores[item])) {
                    top.add(item, scores[item]);
                }
            }
            top.sort();
            // Then
            List<Integer> expected = IntStream.range(0, 80)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                            .thenComparing(item -> item))
                    .limit(limit)
                    .toList();
            assertThat(top.items())
                    .containsExactly(expected.stream().mapToInt(item -> item).toArray());
        }
    }

    @Test
    void scoresAddUpAsInAMapAlsoAfterGrowingAndClearing() {
        System.out.println("seed " + SEED);
        ItemScores scores = new ItemScores();
        for (int round = 0; round < 20; round++) {
            // Given
            Map<Integer, Double> expected = new HashMap<>();
            scores.clear();
            // When: every voter votes for an item once
            for (int voter = 0; voter < 4000; voter++) {
                int item = random.nextInt(1 << (4 + round));
                double vote = random.nextDouble();
                scores.vote(item, vote, voter);
                expected.merge(item, vote, Double::sum);
            }
            // Then
            assertThat(scores.count).isEqualTo(expected.size());
            expected.forEach((item, score) ->
                    assertThat(scores.scores[scores.find(item)]).isCloseTo(score, within(1e-9)));
            assertThat(scores.find(1 << 30)).isEqualTo(-1);
        }
    }

    @Test
    void ofOneVotersVotesTheLargestCounts() {
        // Given
        ItemScores scores = new ItemScores();
        // When
        scores.vote(7, 1, 0);
        scores.vote(7, 3, 0);
        scores.vote(7, 2, 0);
        scores.vote(7, 5, 1);
        // Then
        int slot = scores.find(7);
        assertThat(scores.scores[slot]).isEqualTo(8);
        assertThat(scores.voters[slot]).isEqualTo(2);
        assertThat(scores.bestVoter[slot]).isEqualTo(1);
    }

    private int[] shuffled(int count) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
