package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SessionModelConcurrencyTest {
    private static final int WRITERS = 3;
    private static final int READERS = 3;
    private static final int SESSIONS_EACH = 400;
    private static final int ITEMS = 300;

    private final SessionParameters parameters = SessionParameters.tuned();
    private final SessionModel model =
            new SessionModel(Snapshot.empty(parameters), Duration.ofMinutes(30), 50, Integer.MAX_VALUE);
    private final AtomicBoolean writing = new AtomicBoolean(true);

    @Test
    void readersSeeWholeAnswersWhileWritersAppendAndNoClickIsLost() throws Exception {
        // Given
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
        try {
            // When
            List<Future<Integer>> readers = start(threads, READERS, this::read);
            List<Future<Integer>> writers = start(threads, WRITERS, this::write);
            int clicks = sum(writers);
            writing.set(false);
            int answers = sum(readers);
            // Then
            assertThat(answers).isPositive();
            assertThat(model.serving().liveSessions()).isEqualTo(WRITERS * SESSIONS_EACH);
            assertThat(held()).isEqualTo(clicks);
        } finally {
            threads.shutdownNow();
        }
    }

    private int write(int thread) {
        Random random = new Random(thread);
        int clicks = 0;
        for (int session = 0; session < SESSIONS_EACH; session++) {
            for (int item : Histories.session(random, ITEMS)) {
                model.append(visitor(thread, session), "item" + item, session);
                clicks++;
            }
        }
        return clicks;
    }

    private int read(int thread) {
        Random random = new Random(100 + thread);
        int answers = 0;
        while (writing.get()) {
            Serving serving = model.serving();
            int[] query = Histories.session(random, Math.max(1, serving.items().size()));
            List<ScoredItem> answer = serving.next(SessionQuery.of(query, 20).allowing(item -> item % 7 != 0));
            check(answer, serving);
            answers++;
        }
        return answers;
    }

    private static void check(List<ScoredItem> answer, Serving serving) {
        for (int rank = 0; rank < answer.size(); rank++) {
            ScoredItem item = answer.get(rank);
            assertThat(item.score()).isFinite().isPositive();
            assertThat(rank == 0 || item.score() <= answer.get(rank - 1).score())
                    .isTrue();
            assertThat(item.item() % 7).isNotZero();
            assertThat(serving.items().name(item.item())).startsWith("item");
        }
        assertThat(answer.stream().map(ScoredItem::item)).doesNotHaveDuplicates();
    }

    private int held() {
        int held = 0;
        for (int thread = 0; thread < WRITERS; thread++) {
            for (int session = 0; session < SESSIONS_EACH; session++) {
                held += model.serving().current(visitor(thread, session), session).length;
            }
        }
        return held;
    }

    private static String visitor(int thread, int session) {
        return "visitor-" + thread + "-" + session;
    }

    private interface Work {
        int by(int thread) throws Exception;
    }

    private static List<Future<Integer>> start(ExecutorService threads, int count, Work work) {
        List<Future<Integer>> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int thread = i;
            Callable<Integer> task = () -> work.by(thread);
            started.add(threads.submit(task));
        }
        return started;
    }

    private static int sum(List<Future<Integer>> futures) throws Exception {
        int sum = 0;
        for (Future<Integer> future : futures) {
            sum += future.get();
        }
        return sum;
    }
}
