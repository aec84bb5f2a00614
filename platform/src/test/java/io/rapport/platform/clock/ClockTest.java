package io.rapport.platform.clock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.app.PlatformTest;
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
