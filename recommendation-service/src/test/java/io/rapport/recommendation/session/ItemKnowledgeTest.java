package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ItemKnowledgeTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    @Test
    void transitionsCountByDistanceAndDirection() {
        // Given: B comes right after A twice, C two after A once
        Transitions transitions = Transitions.build(Histories.inOrder(new int[] {A, B, C}, new int[] {A, B}));
        // When
        int toB = find(transitions, A, B);
        int toC = find(transitions, A, C);
        int back = find(transitions, B, A);
        // Then
        double second = Math.exp(-0.5);
        assertThat(transitions.forward[toB]).isEqualTo(2);
        assertThat(transitions.next[toB]).isEqualTo(2);
        assertThat(transitions.backward[toB]).isZero();
        assertThat(transitions.forward[toC]).isCloseTo((float) second, within(1e-6f));
        assertThat(transitions.next[toC]).isZero();
        assertThat(transitions.backward[back]).isEqualTo(2);
        assertThat(transitions.forwardSum[A]).isCloseTo((float) (2 + second), within(1e-6f));
        assertThat(transitions.strength(toB) / transitions.rowSum(A)).isCloseTo(2 / (2 + second + 1), within(1e-6));
        double degreeOfA = 2 + second;
        double degreeOfB = 1 + 2;
        assertThat(transitions.cosine(A, toB))
                .isCloseTo(2 / Math.sqrt((degreeOfA + 1) * (degreeOfB + 1)), within(1e-6));
    }

    @Test
    void twoHopsReachWhatNoSessionHadTogether() {
        // Given: A leads to B, and B, elsewhere, to C
        Transitions transitions = Transitions.build(Histories.inOrder(new int[] {A, B}, new int[] {B, C}));
        ItemScores reached = new ItemScores();
        // When
        TwoHops.from(A, transitions, reached);
        // Then: A to B is 1 of 1 + 1, B to C is 1 of 1 + 0.6 + 1
        assertThat(reached.score(C)).isCloseTo(1 / 2.0 * 1 / 2.6, within(1e-6));
        assertThat(reached.score(D)).isZero();
    }

    @Test
    void itemsOfOneShelfAreNearInSpaceAndThoseOfAnotherFar() {
        // Given: two shelves of ten items that are never in one session
        System.out.println("seed 61");
        Random random = new Random(61);
        List<int[]> history = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int shelf = 10 * (i % 2);
            history.add(random.ints(5, shelf, shelf + 10).toArray());
        }
        // When
        ItemVectors vectors = ItemVectors.build(Transitions.build(Histories.inOrder(history)));
        // Then
        double within = 0;
        double across = 0;
        for (int item = 1; item < 10; item++) {
            within += vectors.cosine(0, item) / 9;
            across += Math.abs(vectors.cosine(0, 9 + item)) / 9;
        }
        assertThat(vectors.cosine(0, 0)).isCloseTo(1, within(1e-5));
        assertThat(within).isGreaterThan(across + 0.1);
        assertThat(vectors.cosine(0, 999)).isZero();
    }

    @Test
    void factsTellPopularityAgeRepetitionAndEndings() {
        // Given
        ItemFacts facts = ItemFacts.build(
                Histories.inOrder(new int[] {A, A, B}, new int[] {B, A, B}, new int[] {C}, new int[] {C, D}));
        // Then
        assertThat(facts.clicks).containsExactly(3, 3, 2, 1);
        assertThat(facts.repeats).containsExactly(1, 1, 0, 0);
        assertThat(facts.doubles).containsExactly(1, 0, 0, 0);
        assertThat(facts.endings).containsExactly(0, 2, 1, 1);
        assertThat(facts.age(A)).isEqualTo(1);
        assertThat(facts.age(C)).isEqualTo(0.5);
        assertThat(facts.sinceSeen(A, 0)).isEqualTo(0.75);
        assertThat(facts.sinceSeen(99, 0)).isEqualTo(1);
        assertThat(facts.rate(facts.endings, B)).isEqualTo(2 / 8.0);
        assertThat(facts.logPopularity(A, 0)).isGreaterThan(facts.logPopularity(C, 0));
        assertThat(facts.logRecent(C, 0)).isGreaterThan(facts.logRecent(A, 0));
        assertThat(facts.logPopularity(99, 0)).isCloseTo(Math.log(1e-6), within(1e-9));
    }

    private static int find(Transitions transitions, int row, int item) {
        for (int at = transitions.start(row); at < transitions.end(row); at++) {
            if (transitions.items[at] == item) {
                return at;
            }
        }
        throw new AssertionError(item + " does not follow " + row);
    }
}
