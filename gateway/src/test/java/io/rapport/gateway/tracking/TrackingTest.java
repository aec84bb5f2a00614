package io.rapport.gateway.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.EventType;
import io.rapport.events.Origin;
import io.rapport.events.OsFamily;
import io.rapport.events.RawEvent;
import io.rapport.events.SourceType;
import io.rapport.events.Topic;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import io.rapport.gateway.testing.Surroundings;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of Segment's HTTP tracking API, from outside. */
@QuarkusTest
@Surroundings
class TrackingTest {
    private static final String PAGE_VIEW = "{\"anonymousId\":\"a-1\",\"messageId\":\"m-1\"}";

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
        return given().header("Authorization", web.basic())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    @Test
    void whatTheUserAgentStandsForGoesAlongWithTheEvent() {
        // When
        given().header("Authorization", web.basic())
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0")
                .contentType("application/json")
                .body(PAGE_VIEW)
                .post("/v1/page")
                .then()
                .statusCode(200);
        // Then
        assertThat(stored.events(web.id()))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.device()).isEqualTo(new Device(DeviceType.DESKTOP, OsFamily.LINUX)));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/track, TRACK", "/v1/t, TRACK", "/v1/t/, TRACK", "/v1/identify, IDENTIFY", "/v1/i, IDENTIFY",
        "/v1/page, PAGE", "/v1/p, PAGE", "/v1/page/, PAGE", "/v1/screen, SCREEN", "/v1/s, SCREEN",
        "/v1/group, GROUP", "/v1/g, GROUP", "/v1/alias, ALIAS", "/v1/a, ALIAS"
    })
    void everySingleRouteStoresItsCall(String path, EventType type) {
        // Given
        String body = "{\"userId\":\"u\",\"event\":\"E\",\"groupId\":\"g\",\"previousId\":\"p\",\"messageId\":\"m\"}";
        // When
        post(path, body).statusCode(200).body("success", is(true));
        // Then
        List<RawEvent> events = stored.events(web.id());
        assertThat(events).hasSize(1);
        assertThat(events.get(0).type()).isEqualTo(type);
        assertThat(events.get(0).origin()).isEqualTo(Origin.LIVE);
        assertThat(events.get(0).messageId()).isEqualTo("m");
        assertThat(events.get(0).event().get("groupId").textValue()).isEqualTo("g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/batch", "/v1/b", "/v1/b/"})
    void aBatchStoresItsEventsUnderTheirStrongestIdentifier(String path) {
        // Given
        String body = """
                {"batch":[
                  {"type":"track","event":"Product Viewed","userId":"u1","anonymousId":"a1","messageId":"1"},
                  {"type":"identify","anonymousId":"a2","traits":{"plan":"free"},"messageId":"2"}
                ],"sentAt":"2026-01-01T00:00:00Z"}""";
        // When
        post(path, body).statusCode(200).body("success", is(true));
        // Then
        assertThat(stored.events(web.id())).extracting(RawEvent::messageId).containsExactlyInAnyOrder("1", "2");
        assertThat(stored.records(Topic.RAW_EVENTS))
                .filteredOn(record -> new String(record.value(), StandardCharsets.UTF_8).contains(web.id()))
                .extracting(record -> record.key())
                .containsExactlyInAnyOrder("userId:u1", "anonymousId:a2");
    }

    @Test
    void metricsAreAcceptedAndIgnoredFromAnybody() {
        given().body("{\"series\":[]}").post("/v1/m").then().statusCode(200).body("success", is(true));
    }

    @Test
    void textPlainHoldsJsonToo() {
        // When
        given().header("Authorization", web.basic())
                .contentType("text/plain")
                .body(PAGE_VIEW)
                .post("/v1/page")
                .then()
                .statusCode(200);
        // Then
        assertThat(stored.events(web.id())).hasSize(1);
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        // Given
        byte[] packed = gzip(PAGE_VIEW);
        // When
        gzipped(packed).statusCode(200);
        // Then
        assertThat(stored.events(web.id())).hasSize(1);
    }

    @Test
    void truncatedGzipIsABadRequestAndNothingIsTaken() throws IOException {
        // Given
        byte[] packed = gzip(PAGE_VIEW);
        // When
        gzipped(Arrays.copyOf(packed, packed.length - 9)).statusCode(400);
        // Then
        assertThat(stored.events(web.id())).isEmpty();
    }

    @Test
    void aZipBombIsTooLarge() throws IOException {
        // Given
        byte[] packed = gzip(" ".repeat(100_000_000));
        assertThat(packed.length).isLessThan(120_000);
        // When, Then
        gzipped("/v1/batch", packed).statusCode(413);
    }

    private ValidatableResponse gzipped(byte[] packed) {
        return gzipped("/v1/page", packed);
    }

    private ValidatableResponse gzipped(String path, byte[] packed) {
        return given().header("Authorization", web.basic())
                .header("Content-Encoding", "gzip")
                .contentType("application/octet-stream")
                .body(packed)
                .post(path)
                .then();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aCallByAnotherMethodIsToldWhichOneFits() {
        given().header("Authorization", web.basic())
                .get("/v1/track")
                .then()
                .statusCode(405)
                .header("Allow", startsWith("POST"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:method-not-allowed"));
    }

    @Test
    void anEventWithoutMessageIdIsGivenOne() {
        // When
        post("/v1/page", "{\"anonymousId\":\"a\"}").statusCode(200);
        // Then
        assertThat(stored.events(web.id()).get(0).messageId()).isNotBlank();
    }

    @Test
    void theConnectionSaysWhatABrowsersEventDoesNot() {
        // When
        given().header("Authorization", web.basic())
                .header("User-Agent", "Test/1 \"quoted\"")
                .header("X-Forwarded-For", "203.0.113.7")
                .body("{\"anonymousId\":\"a\",\"context\":{\"userAgent\":\"Own/2\",\"locale\":\"nl\"}}")
                .post("/v1/page")
                .then()
                .statusCode(200);
        // Then
        var context = stored.events(web.id()).get(0).event().get("context");
        assertThat(context.get("ip").textValue()).isEqualTo("127.0.0.1");
        assertThat(context.get("userAgent").textValue()).isEqualTo("Own/2");
        assertThat(context.get("locale").textValue()).isEqualTo("nl");
    }
}
