package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIndexTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    /** Three sessions: A B, then B C, then A C D. The query A B weighs A ½ and B 1. */
    private static final Sessions THREE = Histories.inOrder(new int[] {A, B}, new int[] {B, C}, new int[] {A, C, D});

    @Test
    void publishedWeightsGiveWhatTheyGiveByHand() {
        // Given
        SessionIndex index = SessionIndex.build(THREE, SessionParameters.published(10, 3, 5));
        // When
        List<ScoredItem> answer = index.recommend(SessionQuery.of(new int[] {A, B}, 10));
        // Then: overlaps 1.5, 1 and 0.5; the latest shared click is 1, 1 and 2 back: 0.9, 0.9 and 0.8
        double idf = Math.log(3.0 / 2);
        assertThat(Answers.items(answer)).containsExactly(B, A, C, D);
        assertThat(answer.get(0).score()).isCloseTo((1.5 * 0.9 + 1 * 0.9) * idf, within(1e-12));
        assertThat(answer.get(1).score()).isCloseTo((1.5 * 0.9 + 0.5 * 0.8) * idf, within(1e-12));
        assertThat(answer.get(2).score()).isCloseTo((1 * 0.9 + 0.5 * 0.8) * idf, within(1e-12));
        assertThat(answer.get(3).score()).isCloseTo(0.5 * 0.8 * Math.log(3), within(1e-12));
    }

    @Test
    void onlyTheBestNeighboursVote() {
        // Given
        SessionIndex index = SessionIndex.build(THREE, SessionParameters.published(10, 2, 5));
        // When
        List<ScoredItem> answer = index.recommend(SessionQuery.of(new int[] {A, B}, 10));
        // Then: the third session, of the least overlap, is out, and D with it
        assertThat(Answers.items(answer)).containsExactly(B, A, C);
        assertThat(answer.get(2).score()).isCloseTo(0.9 * Math.log(1.5), within(1e-12));
    }

    @Test
    void onlyTheMostRecentSessionsAreSampled() {
        // Given
        SessionIndex index = SessionIndex.build(THREE, SessionParameters.published(1, 5, 5));
        // When
        List<ScoredItem> answer = index.recommend(SessionQuery.of(new int[] {A, B}, 10));
        // Then: the newest session that shares an item is A C D, and nobody else votes
        assertThat(Answers.items(answer)).containsExactly(D, A, C);
    }

    @Test
    void refinedWeightsGiveWhatTheyGiveByHand() {
        // Given: one neighbour, D A B C, whose anchor is B
        Sessions sessions = Histories.inOrder(new int[] {D, A, B, C}, new int[] {9});
        SessionParameters parameters = SessionParameters.tuned(10, 5, 5, 4, 2, 0.5, 2, 5, 0.7, 0.2);
        // When
        List<ScoredItem> answer =
                SessionIndex.build(sessions, parameters).recommend(SessionQuery.of(new int[] {A, B}, 10));
        // Then
        double idf = Math.pow(Math.log(1 + 2.0 / 1), 2);
        double overlap = idf + idf * Math.exp(-1 / 4.0);
        double value = overlap * overlap * Math.pow(4, -0.5) * Math.exp(-1 / 2.0);
        assertThat(Answers.items(answer)).containsExactly(B, C, A, D);
        assertThat(answer.get(0).score()).isCloseTo(value, within(1e-9));
        assertThat(answer.get(1).score()).isCloseTo(value, within(1e-9));
        assertThat(answer.get(2).score()).isCloseTo(value * 0.7, within(1e-9));
        assertThat(answer.get(3).score()).isCloseTo(value * 0.7 * Math.exp(-1 / 5.0), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersAsTheDefinitionDoes(long seed) {
        // Given
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<int[]> history = Histories.random(random, 400, 60);
        for (SessionParameters parameters : parameters()) {
            SessionIndex index = SessionIndex.build(Histories.inOrder(history), parameters);
            ReferenceKnn reference = new ReferenceKnn(history, parameters);
            for (int i = 0; i < 10; i++) {
                int[] query = Histories.session(random, 70);
                // When
                List<ScoredItem> answer = index.recommend(SessionQuery.of(query, 20));
                // Then
                Answers.assertSame(answer, reference.recommend(query, 20));
            }
        }
    }

    @Test
    void explainsItselfByTheClicksThatLedToAnItem() {
        // Given
        SessionIndex index = SessionIndex.build(THREE, SessionParameters.published(10, 3, 5));
        // When
        List<ScoredItem> answer = index.recommend(SessionQuery.of(new int[] {A, B}, 10));
        // Then: two sessions hold C, one by way of B (1 · 0.9) and one by way of A (0.5 · 0.8)
        assertThat(answer.get(2).evidence()).isEqualTo(new Evidence.FromSessions(2, List.of(B, A)));
        assertThat(answer.get(3).evidence()).isEqualTo(new Evidence.FromSessions(1, List.of(A)));
    }

    @Test
    void leavesOutWhatIsNotAllowedAndFillsUpWithWhatIs() {
        // Given
        SessionIndex index = SessionIndex.build(THREE, SessionParameters.published(10, 3, 5));
        SessionQuery query = SessionQuery.of(new int[] {A, B}, 2);
        // When
        List<ScoredItem> answer =
                index.recommend(query.allowing(item -> item != A).withoutCurrent());
        // Then
        assertThat(Answers.items(answer)).containsExactly(C, D);
    }

    @Test
    void answersNothingForWhatItNeverSaw() {
        // Given
        SessionIndex index = SessionIndex.build(THREE, SessionParameters.tuned());
        // When
        List<ScoredItem> unknown = index.recommend(SessionQuery.of(new int[] {77}, 10));
        List<ScoredItem> empty = index.recommend(SessionQuery.of(new int[0], 10));
        // Then
        assertThat(unknown).isEmpty();
        assertThat(empty).isEmpty();
    }

    @Test
    void refusesParametersThatCannotBe() {
        assertThatThrownBy(() -> SessionParameters.published(0, 1, 1)).hasMessageContaining("sampleSize");
        assertThatThrownBy(() -> SessionParameters.published(1, 0, 1)).hasMessageContaining("neighbours");
        assertThatThrownBy(() -> SessionParameters.published(1, 1, 65)).hasMessageContaining("longestQuery");
    }

    private static List<SessionParameters> parameters() {
        return List.of(
                SessionParameters.published(50, 10, 5),
                SessionParameters.published(1000, 1000, 3),
                SessionParameters.tuned(),
                SessionParameters.tuned(30, 7, 15, 3, 2, 0.25, 2, 5, 0.7, 0.2),
                SessionParameters.tuned(100, 40, 64, 8, 1.5, 0, 1.2, 3, 1, 0.9));
    }
}
