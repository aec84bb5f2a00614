package io.rapport.platform.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.app.TopicLog;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest extends PlatformTest {
    private static final String NEXT = "insert into counter (key, value) values ($1, 1) "
            + "on conflict (key) do update set value = counter.value + 1 returning value";

    @Inject
    RefusedRowsRetention retention;

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void resumeKafka() {
        kafka.resume();
    }

    @Test
    void recordsOfOneKeyArriveInTheOrderOfTheirCommitsUnderConcurrentWriters() {
        // Given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> keys = IntStream.range(0, 5)
                .mapToObj(n -> UUID.randomUUID().toString())
                .toList();
        List<String> writes =
                random.ints(400, 0, keys.size()).mapToObj(keys::get).toList();
        try (TopicLog log = follow(Topic.CATALOG)) {
            // When
            Multi.createFrom()
                    .iterable(writes)
                    .onItem()
                    .transformToUni(this::writeNext)
                    .merge(16)
                    .collect()
                    .last()
                    .await()
                    .atMost(SOON);

            // Then
            for (String key : keys) {
                long last = writes.stream().filter(key::equals).count();
                List<String> expected =
                        LongStream.rangeClosed(1, last).mapToObj(Long::toString).toList();
                Eventually.within(SOON, () -> log.of(key).size() == last);
                assertThat(log.valuesOf(key)).isEqualTo(expected);
            }
            assertThat(count("select count(*) from outbox")).isZero();
        }
    }

    private Uni<Void> writeNext(String key) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(NEXT)
                .execute(Tuple.of(key))
                .chain(rows -> write(
                        transaction, key, Long.toString(rows.iterator().next().getLong(0)))));
    }

    private Uni<Void> write(SqlConnection transaction, String key, String... values) {
        return outbox.write(
                transaction,
                List.of(values).stream()
                        .map(value -> new OutboxRecord(Topic.CATALOG, key, value.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    private void write(String key, String... values) {
        pool.withTransaction(transaction -> write(transaction, key, values))
                .await()
                .atMost(SOON);
    }

    @Test
    void whatSeveralRowsHoldArrivesInTheOrderOfItsWriting() {
        String key = UUID.randomUUID().toString();
        String[] values =
                LongStream.rangeClosed(1, 1_234).mapToObj(Long::toString).toArray(String[]::new);
        try (TopicLog log = follow(Topic.CATALOG)) {
            // When
            write(key, values);

            // Then
            Eventually.within(SOON, () -> log.of(key).size() == values.length);
            assertThat(log.valuesOf(key)).containsExactly(values);
        }
    }

    @Test
    void aTransactionThatRollsBackAnnouncesNothing() {
        String key = UUID.randomUUID().toString();
        try (TopicLog log = follow(Topic.CATALOG)) {
            // When
            pool.withTransaction(transaction -> write(transaction, key, "never")
                            .chain(() -> transaction.query("select 1/0").execute()))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(SOON);
            write(key, "after");

            // Then
            Eventually.within(SOON, () -> !log.of(key).isEmpty());
            assertThat(log.valuesOf(key)).containsExactly("after");
        }
    }

    @Test
    void aCommitLongAfterTheWriteIsSeenSoon() {
        String key = UUID.randomUUID().toString();
        try (TopicLog log = follow(Topic.CATALOG)) {
            // When
            pool.withTransaction(transaction -> write(transaction, key, "late")
                            .chain(() ->
                                    transaction.query("select pg_sleep(0.3)").execute()))
                    .await()
                    .atMost(SOON);
            long committed = System.nanoTime();

            // Then
            Eventually.within(SOON, () -> !log.of(key).isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aPauseOfKafkaOnlyDelays() {
        String key = UUID.randomUUID().toString();
        try (TopicLog log = follow(Topic.CATALOG)) {
            // Given
            kafka.pause();

            // When
            write(key, "1", "2");
            write(key, "3");
            Eventually.within(SOON, this::relayHasReadItsRows);
            assertThat(log.of(key)).isEmpty();
            kafka.resume();

            // Then
            Eventually.within(SOON, () -> log.of(key).size() == 3);
            assertThat(log.valuesOf(key)).containsExactly("1", "2", "3");
            Eventually.within(SOON, () -> count("select count(*) from outbox") == 0);
        }
    }

    @Test
    void aCrashBetweenSendAndDeletePublishesAgainAndLosesNothing() {
        String key = UUID.randomUUID().toString();
        try (TopicLog log = follow(Topic.CATALOG)) {
            // Given
            kafka.pause();
            write(key, "1", "2");
            Eventually.within(SOON, this::relayHasReadItsRows);

            // When
            query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
            kafka.resume();

            // Then
            Eventually.within(SOON, () -> log.of(key).size() == 4);
            assertThat(log.valuesOf(key)).containsExactly("1", "2", "1", "2");
            Eventually.within(SOON, () -> count("select count(*) from outbox") == 0);
        }
    }

    /** Not only locked: before it has them it sends nothing. */
    private boolean relayHasReadItsRows() {
        return count("select count(*) from pg_locks join pg_stat_activity using (pid) "
                        + "where locktype = 'advisory' and state = 'idle in transaction' "
                        + "and query like 'select id, topics%'")
                == 1;
    }

    @Test
    void aRecordThatKafkaRefusesIsKeptAsideAndHoldsUpNothing() {
        String key = UUID.randomUUID().toString();
        try (TopicLog log = follow(Topic.CATALOG)) {
            // When
            write(key, "before", "x".repeat(3 * 1024 * 1024), "after");

            // Then
            Eventually.within(SOON, () -> log.of(key).size() == 2);
            assertThat(log.valuesOf(key)).containsExactly("before", "after");
            Eventually.within(SOON, () -> count("select count(*) from outbox") == 0);
            assertThat(query("select topic, reason from outbox_refused where key = $1", key))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.getString("topic")).isEqualTo("CATALOG");
                        assertThat(row.getString("reason")).contains("RecordTooLargeException");
                    });
            Eventually.within(
                    SOON, () -> metrics.get("rapport.outbox.refused").gauge().value() >= 1);
        }
    }

    @Test
    void aRefusedRowGoesThirtyDaysAfterASweepFirstMetIt() {
        // Given
        String key = UUID.randomUUID().toString();
        String count = "select count(*) from outbox_refused where key = '" + key + "'";
        query("insert into outbox_refused (id, topic, key, reason) values (-1, 'CATALOG', $1, 'too large')", key);

        // When
        retention.sweep(pool).await().atMost(SOON);
        long afterTheFirst = count(count);
        query("update outbox_refused set refused_at = refused_at - interval '30 days' where key = $1", key);
        retention.sweep(pool).await().atMost(SOON);

        // Then
        assertThat(afterTheFirst).isEqualTo(1);
        assertThat(count(count)).isZero();
    }

    @Test
    void anIdleRelayLooksOnceASecondHoweverOftenItWasWoken() {
        // Given
        IntStream.range(0, 10_000).forEach(n -> relay.wake());
        Eventually.within(SOON, () -> roundsWithin(Duration.ofSeconds(2)) <= 4);

        // When
        double rounds = roundsWithin(Duration.ofSeconds(3));

        // Then
        assertThat(rounds).isBetween(1.0, 5.0);
    }

    private double roundsWithin(Duration time) {
        double before = metrics.counter("rapport.outbox.rounds").count();
        long end = System.nanoTime() + time.toNanos();
        Eventually.within(SOON, () -> System.nanoTime() > end);
        return metrics.counter("rapport.outbox.rounds").count() - before;
    }

    @Test
    void withHibernateTheAnnouncementIsOneWithTheTransaction() {
        String key = UUID.randomUUID().toString();
        try (TopicLog log = follow(Topic.CATALOG)) {
            // When
            put(key, "fails", 500);
            put(key, "written", 204);
            given().header("Authorization", TestCallers.admin())
                    .delete("/api/notes/" + key)
                    .then()
                    .statusCode(204);

            // Then
            Eventually.within(SOON, () -> log.of(key).size() == 2);
            assertThat(log.valuesOf(key)).containsExactly("written", "tombstone");
            assertThat(count("select count(*) from note where id = $1", key)).isEqualTo(1);
        }
    }

    private static void put(String key, String text, int status) {
        given().header("Authorization", TestCallers.admin())
                .contentType("text/plain")
                .body(text)
                .put("/api/notes/" + key)
                .then()
                .statusCode(status);
    }
}
