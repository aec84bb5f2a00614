package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.testing.Eventually;
import io.rapport.profile.identity.BlockedValues;
import io.rapport.profile.sql.TimeOrderedIds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What crashes, restarts and meetings of transactions may not do. */
@QuarkusTest
class RedeliveryTest extends IntakeTestBase {
    @Inject
    RedisDataSource redis;

    @Inject
    BatchReader reader;

    private List<SentEvent> history() {
        return List.of(
                track("Product Viewed", "{'category':'Lamps'}")
                        .anonymous(named("phone"))
                        .at(NOON),
                identify("{'plan':'gold'}").user(named("anna")).at(NOON.plusSeconds(1)),
                track("Order Completed", "{'order_id':'" + own + "','revenue':20}")
                        .user(named("anna"))
                        .anonymous(named("phone"))
                        .at(NOON.plusSeconds(2)),
                track("Order Refunded", "{'order_id':'" + own + "','total':5}")
                        .user(named("anna"))
                        .at(NOON.plusSeconds(3)));
    }

    private String state() {
        UUID anna = id("userId:" + named("anna"));
        return profile("userId:" + named("anna")) + events(anna).toString();
    }

    @Test
    void aBatchThatComesAgainAfterACrashChangesNothing() {
        // Given: the crash came after the commit to PostgreSQL and before the one to Kafka
        List<SentEvent> history = history();
        take(history);
        String before = state();
        long announced = count("select sequence from profile where id = $1", id("userId:" + named("anna")));

        // When
        redis.execute("FLUSHDB");
        take(history);
        take(history.subList(1, 3));

        // Then
        assertThat(state()).isEqualTo(before);
        assertThat(count("select sequence from profile where id = $1", id("userId:" + named("anna"))))
                .isEqualTo(announced);
    }

    @Test
    void aCrashBeforeTheCommitLeavesNothingBehind() {
        // Given
        List<SentEvent> history = history();
        Batch batch = Batch.of(history.stream().map(SentEvent::record).toList(), BlockedValues.none());

        // When: everything was claimed and read, and then the process died
        Uni<Known> crash = pool.withTransaction(transaction -> reader.read(transaction, batch, Set.of())
                .onItem()
                .failWith(known -> new IllegalStateException("crash")));
        assertThat(crash.onFailure().recoverWithNull().await().atMost(SOON)).isNull();

        // Then
        assertThat(exists("userId:" + named("anna"))).isFalse();
        take(history);
        assertThat(events(id("userId:" + named("anna")))).hasSize(history.size());
    }

    @Test
    void transactionsThatMeetOverTheSamePeopleComeToTheSame() {
        // Given: the same few people in many batches at a time, each batch in another order
        List<Uni<Void>> batches = new ArrayList<>();
        for (int batch = 0; batch < 12; batch++) {
            List<SentEvent> events = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int person = (i * 7 + batch * 5) % 10;
                SentEvent event =
                        track("Product Viewed", "{'category':'Lamps'}").anonymous(named("phone" + person));
                events.add(i % 3 == 0 ? event.user(named("user" + person)) : event);
            }
            batches.add(intake.handle(events.stream().map(SentEvent::record).toList())
                    .onFailure()
                    .retry()
                    .atMost(5));
        }

        // When
        Uni.join().all(batches).andCollectFailures().await().atMost(SOON);

        // Then
        long stored = 0;
        for (int person = 0; person < 10; person++) {
            JsonNode profile = profile("anonymousId:" + named("phone" + person));
            stored += events(UUID.fromString(profile.path("id").asText())).size();
            if (exists("userId:" + named("user" + person))) {
                assertThat(id("userId:" + named("user" + person)).toString())
                        .isEqualTo(profile.path("id").asText());
            }
        }
        assertThat(stored).isEqualTo(12L * 20);
    }

    @Test
    void anEventThatWasOnItsWayDoesNotBringAnErasedPersonBack() {
        // Given
        take(history());
        UUID anna = id("userId:" + named("anna"));
        Instant before = Instant.now().minusSeconds(5);
        admin().body("{\"type\":\"erase\",\"identity\":\"" + anna + "\"}")
                .post("/api/privacy/requests")
                .then()
                .statusCode(202);
        Eventually.within(SOON, () -> !exists("userId:" + named("anna")));

        // When
        take(track("Late").anonymous(named("phone")).received(before));

        // Then: but whoever comes back later is somebody new
        assertThat(exists("anonymousId:" + named("phone"))).isFalse();
        take(track("Back").anonymous(named("phone")).received(Instant.now().plusSeconds(60)));
        assertThat(id("anonymousId:" + named("phone"))).isNotEqualTo(anna);
        admin().get("/api/profiles/" + anna).then().statusCode(404);
    }

    @Test
    void profilesAreNumberedAsTheyAreMet() {
        UUID first = TimeOrderedIds.next();

        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(first.getMostSignificantBits() >>> 16)
                .isBetween(System.currentTimeMillis() - 10_000, System.currentTimeMillis());
    }
}
