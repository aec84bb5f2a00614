package io.rapport.platform.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.app.TopicLog;
import io.rapport.platform.testing.Eventually;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchConsumerTest extends PlatformTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    BatchConsumer consumer;

    @Inject
    DeadLetters deadLetters;

    @Inject
    Vertx vertx;

    private List<ConsumerRecord<String, byte[]>> batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> new ConsumerRecord<>(
                        "from", 3, 100 + n, key, Integer.toString(n).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static int number(ConsumerRecord<String, byte[]> record) {
        return Integer.parseInt(new String(record.value(), StandardCharsets.UTF_8));
    }

    private void consume(int size, BatchHandler handler) {
        consumer.consume("readers", batch(size), handler).await().atMost(SOON);
    }

    @Test
    void aFaultThatPassesIsRetriedUntilItDoes() {
        AtomicInteger attempts = new AtomicInteger();

        try (TopicLog letters = follow(Topic.DEAD_LETTERS)) {
            consume(
                    10,
                    records -> attempts.incrementAndGet() < 4
                            ? Uni.createFrom().failure(new IOException("away"))
                            : Uni.createFrom().voidItem());

            assertThat(attempts).hasValue(4);
            assertThat(letters.of(key)).isEmpty();
        }
    }

    @Test
    void exactlyTheCulpritsAreSetAsideAndTheRestHandledInOrder() {
        // Given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int size = 1 + random.nextInt(200);
        TreeSet<Integer> culprits =
                new TreeSet<>(random.ints(3, 0, size).boxed().toList());
        List<Integer> handled = new ArrayList<>();
        try (TopicLog letters = follow(Topic.DEAD_LETTERS)) {
            // When
            consume(size, records -> {
                if (records.stream().anyMatch(record -> culprits.contains(number(record)))) {
                    throw new IllegalArgumentException("a culprit");
                }
                records.forEach(record -> handled.add(number(record)));
                return Uni.createFrom().voidItem();
            });

            // Then
            assertThat(handled)
                    .isEqualTo(IntStream.range(0, size)
                            .boxed()
                            .filter(n -> !culprits.contains(n))
                            .toList());
            Eventually.within(SOON, () -> letters.of(key).size() == culprits.size());
            assertThat(letters.valuesOf(key))
                    .isEqualTo(culprits.stream().map(n -> Integer.toString(n)).toList());
            ConsumerRecord<String, byte[]> letter = letters.of(key).get(0);
            assertThat(header(letter.headers(), DeadLetters.TOPIC_HEADER)).isEqualTo("from");
            assertThat(header(letter.headers(), DeadLetters.GROUP_HEADER)).isEqualTo("readers");
            assertThat(header(letter.headers(), DeadLetters.POSITION_HEADER))
                    .isEqualTo("3/" + (100 + culprits.first()));
            assertThat(header(letter.headers(), DeadLetters.REASON_HEADER))
                    .isEqualTo("IllegalArgumentException: a culprit");
        }
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void aDatabaseThatIsKilledOnlyDelays() {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        try (TopicLog letters = follow(Topic.DEAD_LETTERS)) {
            // When
            postgres.kill();
            CompletableFuture<Void> done = consumer.consume("readers", batch(7), records -> {
                        attempts.incrementAndGet();
                        return insert(records);
                    })
                    .subscribeAsCompletionStage();
            Eventually.within(SOON, () -> attempts.get() > 2);
            postgres.start();

            // Then
            Uni.createFrom().completionStage(done).await().atMost(SOON);
            assertThat(count("select count(*) from effect where name = $1", key))
                    .isEqualTo(7);
            assertThat(letters.of(key)).isEmpty();
        }
    }

    private Uni<Void> insert(List<ConsumerRecord<String, byte[]>> records) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("insert into effect (name) select $1 from generate_series(1, $2)")
                .execute(Tuple.of(key, records.size()))
                .replaceWithVoid());
    }

    @Test
    void everyAttemptRunsOnTheContextThatTheBatchCameOn() {
        // Given
        List<Context> contexts = new CopyOnWriteArrayList<>();
        Context caller = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        CompletableFuture<Void> done = new CompletableFuture<>();

        // When
        caller.runOnContext(nothing -> consumer.consume("readers", batch(4), records -> {
                    contexts.add(Vertx.currentContext());
                    return contexts.size() < 3
                            ? Uni.createFrom().failure(new IOException("away"))
                            : Uni.createFrom().failure(new IllegalStateException("culprits all"));
                })
                .onItem()
                .invoke(() -> contexts.add(Vertx.currentContext()))
                .subscribe()
                .with(done::complete, done::completeExceptionally));

        // Then: two away, the whole, two halves, four records, the end.
        Uni.createFrom().completionStage(done).await().atMost(SOON);
        assertThat(contexts).hasSize(10).containsOnly(caller);
    }

    @Test
    void aProcessThatShutsDownSetsNothingAside() {
        BatchConsumer stopping = new BatchConsumer(deadLetters);
        stopping.stop(new ShutdownEvent());
        try (TopicLog letters = follow(Topic.DEAD_LETTERS)) {
            Uni<Void> consumed = stopping.consume("readers", batch(3), records -> {
                throw new IllegalStateException("the pool is closed");
            });

            assertThatThrownBy(() -> consumed.await().atMost(SOON)).hasMessage("the pool is closed");
            consume(1, records -> Uni.createFrom().failure(new IllegalStateException("later")));
            Eventually.within(SOON, () -> !letters.of(key).isEmpty());
            assertThat(letters.of(key)).hasSize(1);
        }
    }
}
