package io.rapport.gateway.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.ClockMoved;
import io.rapport.events.EventsJson;
import io.rapport.events.SourceType;
import io.rapport.events.Topic;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.StubService;
import io.rapport.gateway.testing.StubService.Reply;
import io.rapport.gateway.testing.StubServices;
import io.rapport.gateway.testing.Surroundings;
import io.rapport.platform.clock.BusinessClock;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.TopicFollower;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Business time, moved in every process at once. */
@QuarkusTest
@Surroundings
class ClockTest {
    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    BusinessClock clock;

    @Inject
    PlatformConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    StubServices services;

    private String serverKey;
    private Shop.Source server;

    @BeforeEach
    void openShop() {
        services.reset();
        all().forEach(service -> service.answers(seen -> Reply.json(200, seen.body())));
        server = shop.source(SourceType.SERVER);
        serverKey = shop.serverKey(server);
        ready.knows(shop.source(SourceType.WEB));
    }

    @AfterEach
    void setRight() {
        clock.set(Instant.now());
    }

    private List<StubService> all() {
        return List.of(services.profile(), services.recommendation(), services.campaign(), services.survey());
    }

    private io.restassured.response.ValidatableResponse put(String body) {
        return given().header("Authorization", "Bearer " + serverKey)
                .body(body)
                .put("/api/dev/clock")
                .then();
    }

    @Test
    void everyProcessFollows() {
        // When
        put("{\"at\":\"2030-01-02T03:04:05Z\"}").statusCode(200).body("at", equalTo("2030-01-02T03:04:05Z"));
        // Then
        Instant expected = Instant.parse("2030-01-02T03:04:05Z");
        assertThat(clock.instant()).isCloseTo(expected, within(10, ChronoUnit.SECONDS));
        assertThat(all()).allSatisfy(service -> {
            StubService.Seen seen = service.seen().get(0);
            assertThat(seen.method() + " " + seen.uri()).isEqualTo("PUT /internal/clock");
            assertThat(seen.body()).isEqualTo("{\"at\":\"2030-01-02T03:04:05Z\"}");
        });
    }

    @Test
    void theTimeIsKeptForProcessesThatStartLater() throws InterruptedException {
        // Given
        services.survey().away();
        put("{\"at\":\"2031-01-02T03:04:05Z\"}").statusCode(503);
        List<ClockMoved> kept = new CopyOnWriteArrayList<>();
        String topic = Topic.CLOCK.name(config.topics().prefix());
        // When
        try (TopicFollower follower = new TopicFollower(
                        bootstrap, topic, record -> kept.add(EventsJson.read(record.value(), ClockMoved.class)))
                .start()) {
            assertThat(follower.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
        }
        // Then
        assertThat(kept).last().extracting(ClockMoved::at).isEqualTo(Instant.parse("2031-01-02T03:04:05Z"));
    }

    @Test
    void timeIsAdvancedFromWhereItIs() {
        // Given
        put("{\"at\":\"2030-01-01T00:00:00Z\"}").statusCode(200);
        // When
        put("{\"advance\":\"P1DT2H\"}").statusCode(200);
        // Then
        assertThat(clock.instant()).isCloseTo(Instant.parse("2030-01-02T02:00:00Z"), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void whoHasNotFollowedIsNamed() {
        // Given
        services.survey().away();
        services.campaign().answers(seen -> Reply.json(403, "{}"));
        // When, Then
        put("{\"advance\":\"PT1H\"}")
                .statusCode(503)
                .body("detail", containsString("survey-service is away"))
                .body("detail", containsString("campaign-service answered 403"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "{}",
                "{\"at\":\"2030-01-01T00:00:00Z\",\"advance\":\"PT1H\"}",
                "{\"at\":\"soon\"}",
                "{\"advance\":5,\"to\":1}",
                "{\"by\":\"PT1H\"}",
                "{\"advance\":\"P1000000000D\"}",
                "{\"at\":\"+999999999-12-31T23:59:59Z\"}"
            })
    void nonsenseIsABadRequestAndMovesNothing(String body) {
        put(body).statusCode(400).contentType("application/problem+json");
        assertThat(all()).allSatisfy(service -> assertThat(service.seen()).isEmpty());
    }

    @Test
    void visitorsDoNotMoveTime() {
        given().header("X-Write-Key", server.writeKey())
                .body("{\"advance\":\"PT1H\"}")
                .put("/api/dev/clock")
                .then()
                .statusCode(403);
        given().body("{\"advance\":\"PT1H\"}").put("/api/dev/clock").then().statusCode(401);
    }
}
