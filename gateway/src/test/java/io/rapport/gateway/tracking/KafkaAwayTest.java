package io.rapport.gateway.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.dev.OwnServer;
import io.rapport.events.RawEvent;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.FrailSurroundings;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import io.rapport.platform.testing.Eventually;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acknowledged means durable: without Kafka nothing is. */
@QuarkusTest
@FrailSurroundings
class KafkaAwayTest {
    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    Stored stored;

    OwnServer kafka;

    private Shop.Source web;

    @BeforeEach
    void openShop() {
        web = ready.knows(shop.source(SourceType.WEB));
    }

    private Response page(String messageId, int filler) {
        return given().header("X-Write-Key", web.writeKey())
                .body("{\"anonymousId\":\"a\",\"messageId\":\"" + messageId + "\",\"properties\":{\"filler\":\""
                        + "x".repeat(filler) + "\"}}")
                .post("/v1/page");
    }

    private List<String> storedIds() {
        return stored.events(web.id()).stream().map(RawEvent::messageId).toList();
    }

    @Test
    void whileKafkaHangsNothingIsAcknowledgedAndAfterwardsAllIs() {
        // Given
        List<String> acknowledged = new ArrayList<>();
        assertThat(page("before", 0).statusCode()).isEqualTo(200);
        acknowledged.add("before");

        // When
        kafka.pause();
        try {
            long start = System.nanoTime();
            page("during", 0)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:rapport:problem:unavailable"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        } finally {
            kafka.resume();
        }
        Eventually.within(Duration.ofSeconds(60), () -> page("after", 0).statusCode() == 200);
        acknowledged.add("after");

        // Then
        assertThat(storedIds()).containsAll(acknowledged);
    }

    @Test
    void whatWaitsForKafkaIsBounded() {
        // Given
        assertThat(page("warm", 0).statusCode()).isEqualTo(200);
        kafka.pause();
        try {
            for (int i = 0; i < 4; i++) {
                assertThat(page("waiting-" + i, 30_000).statusCode()).isEqualTo(503);
            }
            // When
            long start = System.nanoTime();
            Response refused = page("refused", 30_000);
            // Then
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
        } finally {
            kafka.resume();
        }
        Eventually.within(Duration.ofSeconds(60), () -> page("after", 30_000).statusCode() == 200);
        assertThat(storedIds()).contains("warm", "after").doesNotContain("refused");
    }

    @Test
    void aKafkaThatWasKilledIsFoundAgain() {
        // Given
        assertThat(page("before", 0).statusCode()).isEqualTo(200);
        // When
        kafka.kill();
        int during = page("during", 0).statusCode();
        kafka.start();
        Eventually.within(Duration.ofSeconds(90), () -> page("after", 0).statusCode() == 200);
        // Then
        assertThat(during).isEqualTo(503);
        assertThat(storedIds()).contains("before", "after");
        Shop.Source newer = ready.knows(shop.source(SourceType.WEB));
        assertThat(newer.writeKey()).isNotEqualTo(web.writeKey());
    }
}
