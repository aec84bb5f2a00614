package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionRankerTest {
    private static final long SEED = 81;
    private static final int ITEMS = 120;
    private static final SessionParameters PARAMETERS = SessionParameters.tuned();

    private final Random random = new Random(SEED);
    private final List<int[]> history = history(3000);
    private final Sessions sessions = Histories.inOrder(history);
    private final SessionIndex index = SessionIndex.build(sessions, PARAMETERS);

    @Test
    void learnsAHabitThatNeighboursAloneDoNotSee() {
        // Given
        System.out.println("seed " + SEED);
        SessionRanker ranker = SessionRanker.fit(sessions, PARAMETERS, 2000).orElseThrow();
        int rankedRight = 0;
        int neighboursRight = 0;
        for (int[] session : history(300)) {
            SessionQuery query = SessionQuery.of(Arrays.copyOf(session, session.length - 1), 1);
            int target = session[session.length - 1];
            // When
            rankedRight += isFirst(target, ranker.recommend(index, query)) ? 1 : 0;
            neighboursRight += isFirst(target, index.recommend(query)) ? 1 : 0;
        }
        // Then
        assertThat(rankedRight).isGreaterThan(neighboursRight + 30);
    }

    @Test
    void answersWithinTheRulesAndExplainsItself() {
        // Given
        SessionRanker ranker = SessionRanker.fit(sessions, PARAMETERS, 600).orElseThrow();
        for (int[] session : history(50)) {
            // When
            List<ScoredItem> answer =
                    ranker.recommend(index, SessionQuery.of(session, 20).allowing(item -> item % 3 != 0));
            // Then
            assertThat(answer).isNotEmpty().hasSizeLessThanOrEqualTo(20);
            assertThat(answer).allSatisfy(item -> {
                assertThat(item.item() % 3).isNotZero();
                assertThat(item.score()).isBetween(0.0, 1.0);
            });
            assertThat(Answers.items(answer)).doesNotHaveDuplicates();
            assertThat(answer.get(0).evidence()).isInstanceOf(Evidence.FromSessions.class);
        }
        assertThat(ranker.recommend(index, SessionQuery.of(new int[0], 5))).isEmpty();
        assertThat(ranker.recommend(index, SessionQuery.of(new int[] {9999}, 5)).size())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void isNotLearnedFromTooLittle() {
        assertThat(SessionRanker.fit(sessions.range(0, 100), PARAMETERS, 40_000))
                .isEmpty();
        assertThat(SessionRanker.fit(Sessions.builder(1).build(), PARAMETERS, 40_000))
                .isEmpty();
    }

    @Test
    void isStoredWithTheSnapshotAndServesTogetherWithLiveSessions() throws IOException {
        // Given
        Snapshot written = snapshot(SessionRanker.fit(sessions, PARAMETERS, 600));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        written.write(bytes);
        // When
        Snapshot read = Snapshot.read(new ByteArrayInputStream(bytes.toByteArray()));
        SessionModel model = new SessionModel(read, Duration.ofMinutes(30), 50, 1000);
        model.append("ann", "item5", 10_000);
        model.append("ann", "item6", 10_001);
        // Then
        SessionQuery query = SessionQuery.of(new int[] {5}, 20);
        assertThat(read.ranker().orElseThrow().recommend(index, query))
                .isEqualTo(written.ranker().orElseThrow().recommend(index, query));
        assertThat(model.serving().next(query)).hasSize(20);
        List<ScoredItem> own = model.serving().next(query.by("ann"));
        assertThat(Answers.items(own))
                .isEqualTo(Answers.items(read.ranker().orElseThrow().recommend(index, query)));
    }

    @Test
    void everyAnswerSaysWhatItRestsOnAlsoWhereNoNeighbourHasIt() {
        // Given
        SessionRanker ranker = SessionRanker.fit(sessions, PARAMETERS, 600).orElseThrow();
        Transitions transitions = Transitions.build(sessions);
        Set<Class<?>> kinds = new HashSet<>();
        for (int[] session : history(200)) {
            // When
            for (ScoredItem item : ranker.recommend(index, SessionQuery.of(session, 60))) {
                // Then
                kinds.add(item.evidence().getClass());
                if (item.evidence() instanceof Evidence.FromSteps steps) {
                    assertThat(steps.from()).isEqualTo(session[session.length - 1]);
                    assertThat(after(transitions, steps.from())).contains(steps.over());
                    assertThat(after(transitions, steps.over())).contains(item.item());
                } else if (item.evidence() instanceof Evidence.FromSessions neighbours) {
                    assertThat(neighbours.sessions()).isPositive();
                }
            }
        }
        assertThat(kinds).contains(Evidence.FromSessions.class, Evidence.FromSteps.class);
    }

    @Test
    void aNewItemThatOnlyTheSessionHasIsTheSessionsOwn() {
        // Given
        SessionRanker ranker = SessionRanker.fit(sessions, PARAMETERS, 600).orElseThrow();
        // When
        List<ScoredItem> answer = ranker.recommend(index, SessionQuery.of(new int[] {9999, 9999}, 5));
        // Then
        assertThat(answer)
                .singleElement()
                .satisfies(item -> assertThat(item.evidence()).isEqualTo(new Evidence.FromSession(2)));
    }

    @Test
    void theSameWeightsGoOnWithLaterSessionsAndALaterModel() {
        // Given
        Sessions earlier = sessions.range(0, 2700);
        SessionRanker ranker = SessionRanker.fit(earlier, PARAMETERS, 600, FittingWatch.NONE);
        // When
        SessionRanker later = ranker.over(sessions);
        // Then
        SessionQuery query = SessionQuery.of(new int[] {7, 9}, 20);
        assertThat(later.recommend(index, query))
                .isEqualTo(snapshot(Optional.empty())
                        .rankedBy(ranker)
                        .ranker()
                        .orElseThrow()
                        .recommend(index, query));
        assertThat(later.recommend(index, query)).isNotEqualTo(ranker.recommend(index, query));
    }

    @Test
    void fittingEndsWhenItsWatchSaysSoWithWhatWasLearnedUntilThen() {
        // Given
        List<Double> progress = new ArrayList<>();
        // When
        SessionRanker ranker = SessionRanker.fit(sessions, PARAMETERS, 600, told -> {
            progress.add(told);
            return progress.size() < 900;
        });
        // Then
        assertThat(progress)
                .hasSize(900)
                .isSorted()
                .allSatisfy(told -> assertThat(told).isBetween(0.0, 1.0));
        assertThat(ranker.recommend(index, SessionQuery.of(new int[] {5}, 20))).hasSize(20);
    }

    @Test
    void fittingIsBrokenOffByItsWatch() {
        assertThatThrownBy(() -> SessionRanker.fit(sessions, PARAMETERS, 600, told -> {
                    throw new CancellationException("shutdown");
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void weightsOfOtherFeaturesAreRefusedAsAModelThatCannotBeRead() throws IOException {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotWriter out = new SnapshotWriter(bytes)) {
            ItemKnowledge.build(sessions).write(out);
            for (int i = 0; i < 3; i++) {
                out.writeFloats(new float[Features.COLUMNS - 1]);
            }
        }
        // Then
        SnapshotReader in = new SnapshotReader(new ByteArrayInputStream(bytes.toByteArray()));
        assertThatThrownBy(() -> SessionRanker.read(in))
                .isInstanceOf(CorruptSnapshotException.class)
                .hasMessageContaining("features");
    }

    @Test
    void erasedVisitorsClicksVoteNoLonger() {
        // Given
        SessionModel model = new SessionModel(
                snapshot(SessionRanker.fit(sessions, PARAMETERS, 600)), Duration.ofMinutes(30), 50, 1000);
        SessionQuery query = SessionQuery.of(new int[] {5}, 100);
        List<ScoredItem> before = model.serving().next(query);
        // When
        for (int i = 0; i < 40; i++) {
            model.append("ann" + i, "item5", 10_000 + i);
            model.append("ann" + i, "new", 10_001 + i);
        }
        // Then
        int fresh = model.serving().items().find("new");
        assertThat(Answers.items(model.serving().next(query))).contains(fresh);
        // When
        for (int i = 0; i < 40; i++) {
            model.forget("ann" + i);
        }
        // Then
        assertThat(model.serving().next(query)).isEqualTo(before);
    }

    private static List<Integer> after(Transitions transitions, int item) {
        return IntStream.range(transitions.start(item), transitions.end(item))
                .mapToObj(at -> transitions.items[at])
                .toList();
    }

    private Snapshot snapshot(Optional<SessionRanker> ranker) {
        ItemTable items = new ItemTable();
        for (int item = 0; item < ITEMS; item++) {
            items.intern("item" + item);
        }
        Snapshot empty = Snapshot.empty(PARAMETERS);
        return new Snapshot(items, index, empty.seenTogether(), empty.boughtTogether(), empty.popularity(), ranker);
    }

    /** Visitors walk along, and their third click goes back to where they began. */
    private List<int[]> history(int count) {
        List<int[]> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = random.nextInt(ITEMS);
            int second = (first + 1 + random.nextInt(5)) % ITEMS;
            made.add(new int[] {first, second, random.nextInt(10) < 8 ? first : (second + 1) % ITEMS});
        }
        return made;
    }

    private static boolean isFirst(int item, List<ScoredItem> answer) {
        return !answer.isEmpty() && answer.get(0).item() == item;
    }
}
