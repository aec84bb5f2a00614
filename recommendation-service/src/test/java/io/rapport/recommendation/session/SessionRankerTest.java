package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
