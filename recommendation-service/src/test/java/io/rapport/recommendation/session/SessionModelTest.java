package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionModelTest {
    private static final Duration GAP = Duration.ofMinutes(30);
    private static final long MINUTE = 60_000;
    private static final SessionParameters PARAMETERS = SessionParameters.published(100, 50, 5);

    private SessionModel model;

    @BeforeEach
    void emptyModel() {
        model = new SessionModel(Snapshot.empty(SessionParameters.tuned()), GAP, 50, 1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void snapshotAndOverlayAnswerAsOneIndexOfAllAndSoDoesTheNextSnapshot(long seed) {
        // Given: two thirds in the snapshot, one third live
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<int[]> history = Histories.random(random, 300, 60);
        for (SessionParameters parameters : List.of(PARAMETERS, SessionParameters.tuned())) {
            SessionIndex whole = SessionIndex.build(Histories.inOrder(history), parameters);
            SessionModel live = new SessionModel(snapshot(history, 200, parameters), GAP, 50, 1000);
            play(history, 200, live);
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 20; i++) {
                    int[] query = Histories.session(random, 60);
                    // When
                    List<ScoredItem> answer = live.serving().next(SessionQuery.of(query, 20));
                    // Then
                    Answers.assertSame(answer, whole.recommend(SessionQuery.of(query, 20)));
                }
                live.swap(snapshot(history, 300, parameters));
                assertThat(live.serving().liveSessions()).isZero();
            }
        }
    }

    @Test
    void aSessionUnderWayIsNotItsOwnNeighbour() {
        // Given
        click("ann", "lamp", 0);
        click("ann", "desk", 1);
        // When
        int[] clicks = model.serving().current("ann", MINUTE);
        SessionQuery query = SessionQuery.of(clicks, 10);
        // Then
        assertThat(clicks).hasSize(2);
        assertThat(model.serving().next(query)).isNotEmpty();
        assertThat(model.serving().next(query.by("ann"))).isEmpty();
    }

    @Test
    void clicksShowInTheNextAnswer() {
        // Given
        click("ann", "lamp", 0);
        click("ann", "desk", 1);
        click("bob", "lamp", 2);
        click("cem", "chair", 2);
        // When
        List<ScoredItem> answer = next("bob", 3);
        // Then
        assertThat(name(answer, 0)).isEqualTo("desk");
    }

    @Test
    void aPauseEndsASession() {
        // Given
        click("ann", "lamp", 0);
        click("ann", "desk", 31);
        // When
        int[] clicks = model.serving().current("ann", 32 * MINUTE);
        // Then
        assertThat(clicks).containsExactly(model.serving().items().find("desk"));
        assertThat(model.serving().current("ann", 62 * MINUTE)).isEmpty();
        assertThat(model.serving().liveSessions()).isEqualTo(2);
    }

    @Test
    void anOverlongSessionIsCut() {
        // Given
        SessionModel shortSessions = new SessionModel(Snapshot.empty(SessionParameters.tuned()), GAP, 3, 1000);
        // When
        for (int i = 0; i < 7; i++) {
            shortSessions.append("bot", "item" + i, i);
        }
        // Then
        assertThat(shortSessions.serving().liveSessions()).isEqualTo(3);
    }

    @Test
    void aSwapKeepsTheSessionsThatTheNewSnapshotDoesNotHoldUnderTheirNewNumbers() {
        // Given
        click("ann", "lamp", 0);
        click("bob", "desk", 5);
        click("bob", "rug", 6);
        ItemTable items = new ItemTable();
        items.intern("rug");
        Sessions ended =
                Sessions.builder(50).add(new int[] {items.intern("lamp")}, 0).build();
        // When
        model.swap(snapshot(items, SessionIndex.build(ended, PARAMETERS, 5 * MINUTE)));
        // Then
        assertThat(model.serving().liveSessions()).isEqualTo(1);
        assertThat(model.serving().current("ann", MINUTE)).isEmpty();
        assertThat(model.serving().current("bob", 7 * MINUTE)).containsExactly(items.find("desk"), items.find("rug"));
        assertThat(model.serving().items()).isSameAs(items);
    }

    @Test
    void aForgottenVisitorLeavesNoTrace() {
        // Given
        click("ann", "lamp", 0);
        click("bob", "lamp", 0);
        click("bob", "desk", 1);
        // When
        model.forget("bob");
        // Then
        assertThat(model.serving().current("bob", 2 * MINUTE)).isEmpty();
        assertThat(model.serving().liveSessions()).isEqualTo(1);
        assertThat(next("ann", 2)).isEmpty();
    }

    @Test
    void aSignInBringsTheAnonymousSessionAlong() {
        // Given
        click("anonymous", "lamp", 0);
        click("ann", "rug", -100);
        // When
        model.merge("anonymous", "ann");
        click("ann", "desk", 1);
        // Then
        assertThat(model.serving().current("anonymous", MINUTE)).isEmpty();
        assertThat(model.serving().current("ann", MINUTE)).hasSize(2);
        assertThat(model.serving().liveSessions()).isEqualTo(2);
        model.forget("ann");
        assertThat(model.serving().liveSessions()).isZero();
    }

    @Test
    void theOverlayStaysSmall() {
        // Given
        SessionModel small = new SessionModel(Snapshot.empty(SessionParameters.tuned()), GAP, 50, 10);
        // When
        for (int visitor = 0; visitor < 100; visitor++) {
            small.append("visitor" + visitor, "lamp", visitor);
        }
        // Then
        assertThat(small.serving().liveSessions()).isBetween(5, 10);
        assertThat(small.serving().current("visitor99", 100)).hasSize(1);
    }

    private void click(String visitor, String item, long minute) {
        model.append(visitor, item, minute * MINUTE);
    }

    private List<ScoredItem> next(String visitor, long minute) {
        Serving serving = model.serving();
        int[] clicks = serving.current(visitor, minute * MINUTE);
        return serving.next(SessionQuery.of(clicks, 10).by(visitor).withoutCurrent());
    }

    private String name(List<ScoredItem> answer, int rank) {
        return model.serving().items().name(answer.get(rank).item());
    }

    /** The first sessions, with items numbered as they are and end times 0, 1, 2… */
    private static Snapshot snapshot(List<int[]> history, int sessions, SessionParameters parameters) {
        ItemTable items = new ItemTable();
        for (int item = 0; item < 60; item++) {
            items.intern("item" + item);
        }
        return snapshot(items, SessionIndex.build(Histories.inOrder(history.subList(0, sessions)), parameters));
    }

    private static Snapshot snapshot(ItemTable items, SessionIndex index) {
        Snapshot empty = Snapshot.empty(index.parameters());
        return new Snapshot(items, index, empty.seenTogether(), empty.boughtTogether(), empty.popularity());
    }

    private static void play(List<int[]> history, int from, SessionModel model) {
        for (int session = from; session < history.size(); session++) {
            for (int item : history.get(session)) {
                model.append("visitor" + session, "item" + item, session);
            }
        }
    }
}
