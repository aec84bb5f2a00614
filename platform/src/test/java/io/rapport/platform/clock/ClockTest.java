package io.rapport.platform.clock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.ClockMoved;
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.EventProducer;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClockTest extends PlatformTest {
    @Inject
    InstantSource clock;

    @Inject
    BusinessClock business;

    @Inject
    HouseTime house;

    @Inject
    EventProducer producer;

    @AfterEach
    void backToNow() {
        business.set(Instant.now());
    }

    private static Response put(String body) {
        return given().header("Authorization", TestCallers.admin())
                .contentType("application/json")
                .body(body)
                .put("/internal/clock");
    }

    @Test
    void timeIsTheSystemsUntilSomebodyMovesIt() {
        assertThat(clock.instant())
                .isBetween(Instant.now().minusSeconds(10), Instant.now().plusSeconds(10));

        put("{\"at\":\"2030-06-01T00:00:00Z\"}").then().statusCode(200);

        Instant moved = Instant.parse("2030-06-01T00:00:00Z");
        assertThat(clock.instant()).isBetween(moved, moved.plus(Duration.ofMinutes(1)));
    }

    /** The clock of another process with these settings, once it has started. */
    private BusinessClock started(PlatformConfig settings) throws InterruptedException {
        BusinessClock started = new BusinessClock(settings);
        new HouseTime(settings, started, producer, bootstrap).start(new StartupEvent());
        return started;
    }

    private void keep(String at) {
        house.keep(new ClockMoved(Instant.parse(at), Instant.now().minusSeconds(3600)))
                .await()
                .atMost(SOON);
    }

    @Test
    void aProcessThatStartsTakesTheTimeThatWasSetLastAsItIsByNow() throws InterruptedException {
        // Given
        Eventually.passes(SOON, () -> keep("2029-01-01T00:00:00Z"));
        keep("2030-06-01T00:00:00Z");

        // When
        Instant time = started(config).instant();

        // Then
        Instant anHourLater = Instant.parse("2030-06-01T01:00:00Z");
        assertThat(time).isBetween(anHourLater, anHourLater.plus(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"at\":null}",
                "{\"at\":\"yesterday\"}",
                "{\"at\":\"+999999999-01-01T00:00:00Z\"}",
                "{\"at\":\"-0001-01-01T00:00:00Z\"}",
                "",
                "null"
            })
    void aTimeThatIsNoneIsRefused(String body) {
        put(body).then().statusCode(400).contentType("application/problem+json");
    }
}
