package io.rapport.profile.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventType;
import io.rapport.events.Origin;
import io.rapport.profile.testing.ServiceTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In years that no other test knows, for it takes whole months away. */
@QuarkusTest
class EventRetentionTest extends ServiceTest {
    private static final Instant NOW = Instant.parse("2005-06-15T03:00:00Z");

    @Inject
    EventStore store;

    @Inject
    EventPartitions partitions;

    @Inject
    EventMonths months;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final UUID profile = UUID.randomUUID();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    private EventRetention retention(String... lines) {
        return new EventRetention(months, now::get, () -> Optional.of(List.of(lines)));
    }

    private String named(String name) {
        return name + " " + own;
    }

    private void happened(String name, Instant... at) {
        List<StoredEvent> events = new ArrayList<>();
        for (Instant moment : at) {
            events.add(new StoredEvent(
                    UUID.randomUUID(),
                    profile,
                    events.size(),
                    EventType.TRACK,
                    named(name),
                    moment,
                    moment,
                    "web",
                    "m",
                    null,
                    null,
                    Origin.LIVE,
                    0,
                    "{}",
                    "{}"));
        }
        partitions.ensure(List.of(at)).await().atMost(SOON);
        store.insert(pool, events).await().atMost(SOON);
    }

    private List<String> left() {
        return query("select name, timestamp from event where profile_id = $1 order by name, timestamp", profile)
                .stream()
                .map(row -> row.getString(0).replace(" " + own, "") + " "
                        + row.getOffsetDateTime(1).toInstant())
                .toList();
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static String tables() {
        return "select count(*) from pg_class where relname = $1";
    }

    @Test
    void eachNameIsKeptForItsOwnTimeAndWhatIsNotNamedForGood() {
        // Given
        happened("View", ago(29), ago(31), ago(400));
        happened("Order", ago(364), ago(366));
        happened("Other", ago(900));

        // When
        int swept = retention(named("View") + "=P30D", named("Order") + "=P365D")
                .sweep(pool)
                .await()
                .atMost(SOON);

        // Then
        assertThat(swept).isEqualTo(3);
        assertThat(left()).containsExactly("Order " + ago(364), "Other " + ago(900), "View " + ago(29));
    }

    @Test
    void itRunsOnceADayOfBusinessTime() {
        // Given
        EventRetention retention = retention(named("View") + "=P30D");
        retention.sweep(pool).await().atMost(SOON);
        happened("View", ago(30).plusSeconds(60), ago(31));

        // When
        int again = retention.sweep(pool).await().atMost(SOON);
        now.set(NOW.plus(Duration.ofDays(1)));
        int nextNight = retention.sweep(pool).await().atMost(SOON);

        // Then
        assertThat(again).isZero();
        assertThat(nextNight).isEqualTo(2);
    }

    @Test
    void moreThanOneTransactionTakesGoesAllTheSame() {
        // Given: four rows a page, and so more pages in one month than a transaction goes over
        happened(
                "View",
                IntStream.range(0, 2_000).mapToObj(i -> ago(40).plusSeconds(i)).toArray(Instant[]::new));
        query(
                "insert into event select gen_random_uuid(), profile_id, sequence, type, name, timestamp, received_at, "
                        + "source_id, message_id, user_id, anonymous_id, origin, "
                        + "jsonb_build_object('p', repeat('x', 1700)), context from event cross join generate_series(1, 3) "
                        + "where profile_id = $1",
                profile);

        // When
        int swept = retention(named("View") + "=P30D").sweep(pool).await().atMost(SOON);

        // Then
        assertThat(swept).isEqualTo(8_000);
        assertThat(left()).isEmpty();
    }

    @Test
    void aMonthOfWhichNothingIsKeptGoesAsAWholeAndComesBackWithTheNextEvent() {
        // Given
        Instant old = Instant.parse("2001-02-10T00:00:00Z");
        happened("View", old, old.plusSeconds(1));
        happened("Kept", Instant.parse("2005-06-01T00:00:00Z"));

        // When
        int swept = retention("*=P3Y").sweep(pool).await().atMost(SOON);

        // Then
        assertThat(swept).isEqualTo(2);
        assertThat(left()).containsExactly("Kept 2005-06-01T00:00:00Z");
        assertThat(count(tables(), "event_2001_02")).isZero();
        happened("Late", old);
        assertThat(left()).contains("Late " + old);
    }
}
