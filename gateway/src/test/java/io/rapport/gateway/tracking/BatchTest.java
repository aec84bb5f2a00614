package io.rapport.gateway.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.RawEvent;
import io.rapport.events.RejectedEvent;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import io.rapport.gateway.testing.Surroundings;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of a batch, and what of a body that is none. */
@QuarkusTest
@Surroundings
class BatchTest {
    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    Stored stored;

    private Shop.Source web;

    @BeforeEach
    void openShop() {
        web = ready.knows(shop.source(SourceType.WEB));
    }

    private ValidatableResponse post(String path, String body) {
        return given().header("X-Write-Key", web.writeKey())
                .body(body)
                .post(path)
                .then();
    }

    private static String event(int number, String properties) {
        return "{\"type\":\"page\",\"anonymousId\":\"a" + number + "\",\"messageId\":\"" + number
                + "\",\"properties\":{" + properties + "}}";
    }

    private static String batch(int events, String properties) {
        return IntStream.range(0, events)
                .mapToObj(number -> event(number, properties))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }

    private static String filler(int length) {
        return "\"filler\":\"" + "x".repeat(length) + "\"";
    }

    private void nothingIsTaken() {
        assertThat(stored.events(web.id())).isEmpty();
        assertThat(stored.rejected(web.id())).isEmpty();
    }

    @Test
    void invalidEventsOfABatchAreKeptAsideAndTheRestIsTaken() {
        // Given
        String body = "{\"batch\":[" + event(1, "") + ",{\"type\":\"track\",\"userId\":\"u\",\"messageId\":\"2\"},7,"
                + event(3, "\"note\":\"a\\u0000b\"") + "," + event(4, "") + "],\"context\":{\"locale\":\"nl\"}}";
        // When
        post("/v1/batch", body).statusCode(200).body("success", is(true));
        // Then
        assertThat(stored.events(web.id())).extracting(RawEvent::messageId).containsExactlyInAnyOrder("1", "4");
        assertThat(stored.rejected(web.id()))
                .extracting(RejectedEvent::reason)
                .containsExactly("missing-event", "not-an-object", "nul-character");
        RejectedEvent first = stored.rejected(web.id()).get(0);
        assertThat(first.messageId()).isEqualTo("2");
        assertThat(first.pointer()).isEqualTo("/event");
        assertThat(first.event()).contains("\"locale\":\"nl\"");
    }

    @Test
    void anInvalidEventThatComesAloneIsABadRequestAndNotStored() {
        post("/v1/track", "{\"userId\":\"u\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:invalid-request"))
                .body("errors[0].pointer", equalTo("/event"));
        nothingIsTaken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "null",
                "7",
                "[]",
                "[{\"type\":\"page\",\"anonymousId\":\"a\"}]",
                "{}",
                "{\"batch\":{}}",
                "{\"batch\":null}",
                "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\"}]",
                "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\"}]} x",
                "{\"batch\":[],\"sentAt\":\"soon\"}",
                "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\"},]}",
                "{\"batch\":[],\"context\":[]}",
                "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\tb\"}]}",
                "{'batch':[]}"
            })
    void bodiesThatAreNoBatchAreBadRequestsAndNothingIsTaken(String body) {
        post("/v1/batch", body).statusCode(400).contentType("application/problem+json");
        nothingIsTaken();
    }

    @Test
    void anEmptyBatchIsFine() {
        post("/v1/batch", "{\"batch\":[]}").statusCode(200);
    }

    @Test
    void aBatchMayHoldSoManyEventsAndNoMore() {
        post("/v1/batch", batch(2_501, "")).statusCode(413);
        nothingIsTaken();
        post("/v1/batch", batch(2_500, "")).statusCode(200);
        assertThat(stored.events(web.id())).hasSize(2_500);
    }

    @Test
    void oneEventOfABatchThatIsTooLargeIsEnoughToTakeNothing() {
        // Given
        int around = event(1, filler(0)).length();
        String fits = "{\"batch\":[" + event(1, "") + "," + event(2, filler(32 * 1024 - around)) + "]}";
        String over = "{\"batch\":[" + event(1, "") + "," + event(2, filler(32 * 1024 - around + 1)) + "]}";
        // When, Then
        post("/v1/batch", over).statusCode(413).contentType("application/problem+json");
        nothingIsTaken();
        post("/v1/batch", fits).statusCode(200);
    }

    @Test
    void whatABatchAddsToAnEventCountsForItsSize() {
        String context = "],\"context\":{" + filler(20_000) + "}}";
        String events = "{\"batch\":[" + event(1, filler(5_000)) + "," + event(2, filler(15_000));
        post("/v1/batch", events + context).statusCode(413);
        nothingIsTaken();
    }

    @Test
    void aBatchMayHaveSoManyBytesAndNoMore() {
        // Given
        String events = batch(17, filler(30_000));
        String padding = " ".repeat(500 * 1024 - events.length());
        // When, Then
        post("/v1/batch", events + padding + " ").statusCode(413).contentType("application/problem+json");
        nothingIsTaken();
        post("/v1/batch", events + padding).statusCode(200);
        assertThat(stored.events(web.id())).hasSize(17);
    }

    @Test
    void aMegabyteIsRefusedWithoutBreakingTheConnection() {
        post("/v1/track", "{\"userId\":\"" + "u".repeat(1_000_000) + "\"}").statusCode(413);
        post("/v1/batch", batch(1, filler(20_000_000))).statusCode(413);
        nothingIsTaken();
    }
}
