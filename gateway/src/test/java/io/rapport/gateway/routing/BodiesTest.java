package io.rapport.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.SourceType;
import io.rapport.gateway.http.RawHttp;
import io.rapport.gateway.testing.FrailSurroundings;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.StubService;
import io.rapport.gateway.testing.StubService.Reply;
import io.rapport.gateway.testing.StubServices;
import io.rapport.platform.testing.Eventually;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests may bring to services, and how long they may take about it: two connections each, two seconds a body. */
@QuarkusTest
@FrailSurroundings
class BodiesTest {
    private static final int MB = 1024 * 1024;
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Shop shop;

    @Inject
    Ready ready;

    StubServices services;

    private Shop.Source web;
    private String serverKey;

    @BeforeEach
    void openShop() {
        serverKey = shop.serverKey(shop.source(SourceType.SERVER), "*");
        web = ready.knows(shop.source(SourceType.WEB));
        // Another test's guesses may have used up what this address may get wrong.
        Eventually.within(SOON, () -> status(serverKey) != 401 && status(serverKey) != 429);
        services.reset();
        List.of(services.profile(), services.recommendation(), services.campaign(), services.survey())
                .forEach(service -> service.answers(
                        seen -> Reply.json(200, "{\"length\":" + seen.body().length() + "}")));
    }

    private static int status(String serverKey) {
        return given().header("Authorization", "Bearer " + serverKey)
                .get("/api/catalog/products")
                .statusCode();
    }

    private static String head(String line, String more) {
        return line + " HTTP/1.1\nHost: localhost\n" + more + "\n";
    }

    @Test
    void slowLoginsKeepNoConnectionToAServiceBusyAndAreEnded() {
        // Given
        List<RawHttp> slow = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            slow.add(new RawHttp(RestAssured.port)
                    .send(head("POST /auth/token", "X-Forwarded-For: 192.0.2.1\nContent-Length: 100\n") + "{"));
        }
        // When
        given().header("X-Forwarded-For", "192.0.2.2")
                .body("{}")
                .post("/auth/token")
                .then()
                .statusCode(200);
        // Then
        assertThat(services.profile().seen()).hasSize(1);
        assertThat(slow)
                .allSatisfy(one -> assertThat(one.answer())
                        .startsWith("HTTP/1.1 408")
                        .contains("urn:rapport:problem:request-timeout"));
        slow.forEach(RawHttp::close);
    }

    @Test
    void whereNobodyNeedsACredentialAnAddressHasALimit() {
        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(i -> given().header("X-Forwarded-For", "2001:db8::" + i)
                        .body("{}")
                        .post("/auth/token")
                        .statusCode())
                .toList();
        assertThat(answers).startsWith(200).endsWith(429);
        given().header("X-Forwarded-For", "192.0.2.9")
                .body("{}")
                .post("/auth/token")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /auth/token, 65536, 200",
        "POST, /auth/token, 65537, 413",
        "POST, /v1/surveys/1/responses, 512000, 200",
        "POST, /v1/surveys/1/responses, 512001, 413",
        "PUT, /api/segments/1, 1048576, 200",
        "PUT, /api/segments/1, 1048577, 413",
        "PUT, /api/catalog/products/1, 1048577, 413",
        "POST, /api/catalog/products, 2097152, 200",
        "PUT, /api/catalog/products, 2097153, 413",
        "POST, /api/imports/1/file, 1048577, 200",
        "POST, /api/segments/1/members, 1048577, 200"
    })
    void eachPathHasItsLimit(String method, String path, int length, int status) {
        var request = path.startsWith("/auth")
                ? given().header("X-Forwarded-For", "192.0.2." + (100 + length % 7))
                : given().header("Authorization", "Bearer " + serverKey);
        var answer =
                request.body("x".repeat(length)).request(method, path).then().statusCode(status);
        if (status == 200) {
            answer.body("length", equalTo(length));
        } else {
            answer.body("type", equalTo("urn:rapport:problem:payload-too-large"));
        }
    }

    @Test
    void bulkThatDoesNotSayHowLongItIsIsCounted() {
        // Given
        String chunk = "80000\n" + "x".repeat(MB / 2) + "\n";
        try (RawHttp raw = new RawHttp(RestAssured.port)) {
            raw.send(head(
                    "POST /api/catalog/products",
                    "Authorization: Bearer " + serverKey + "\nTransfer-Encoding: chunked\n"));
            // When
            for (int i = 0; i < 5; i++) {
                raw.send(chunk);
            }
            raw.send("0\n\n");
            // Then
            assertThat(raw.answer()).startsWith("HTTP/1.1 413").contains("urn:rapport:problem:payload-too-large");
        }
        assertThat(services.recommendation().seen()).isEmpty();
    }

    @Test
    void aKeyInAPackedBodyIsFoundAndTheServiceGetsItUnpacked() throws IOException {
        // Given
        String body = "{\"writeKey\":\"" + web.writeKey() + "\"}";
        // When
        given().header("Content-Encoding", "gzip")
                .contentType("application/octet-stream")
                .body(gzip(body))
                .post("/v1/surveys/1/responses")
                .then()
                .statusCode(200);
        // Then
        StubService.Seen seen = services.survey().seen().get(0);
        assertThat(seen.body()).isEqualTo(body);
        assertThat(seen.headers()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void aPackedQuestionIsUnpackedAndABombIsTooLarge() throws IOException {
        String ask = "{\"anonymousId\":\"a\",\"writeKey\":\"" + web.writeKey() + "\"}";
        for (String path : List.of("/v1/decide", "/v1/recommendations/home")) {
            services.recommendation().answers(seen -> Reply.json(200, "{\"placements\":{\"home\":{\"items\":[]}}}"));
            packed(path, gzip(ask), 200);
            packed(path, gzip(ask + " ".repeat(64 * 1024)), 413);
            packed(path, new byte[] {31, 1}, 400);
        }
    }

    private static void packed(String path, byte[] body, int status) {
        given().header("Content-Encoding", "gzip")
                .contentType("application/octet-stream")
                .body(body)
                .post(path)
                .then()
                .statusCode(status);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsBeingReadIsBoundedOverAllRequests() {
        // Given
        String some = "X-Write-Key: " + web.writeKey() + "\nContent-Length: 500000\n";
        List<RawHttp> slow = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slow.add(new RawHttp(RestAssured.port).send(head("POST /v1/batch", some) + "x".repeat(450_000)));
        }
        // When
        List<String> answers = slow.stream().map(RawHttp::answer).toList();
        // Then
        assertThat(answers)
                .anySatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: 1"))
                .anySatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 408"));
        slow.forEach(RawHttp::close);
        given().header("X-Write-Key", web.writeKey())
                .body("{\"anonymousId\":\"a\"}")
                .post("/v1/page")
                .then()
                .statusCode(200);
    }

    @Test
    void whatNobodyWantsIsNotKept() {
        // Given
        List<RawHttp> slow = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slow.add(new RawHttp(RestAssured.port)
                    .send(head("POST /v1/m", "Content-Length: 500000\n") + "x".repeat(450_000)));
        }
        // When
        slow.forEach(one -> one.send("x".repeat(50_000)));
        // Then
        assertThat(slow).allSatisfy(one -> assertThat(one.answer()).startsWith("HTTP/1.1 200"));
        slow.forEach(RawHttp::close);
    }
}
