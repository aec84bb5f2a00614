package io.rapport.gateway.tracking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Surroundings;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers need beside the tracking calls themselves. */
@QuarkusTest
@Surroundings
class BrowserTest {
    private static final String SETTINGS = "integrations.'Segment.io'.";

    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Test
    void analyticsJsLearnsWhereToSendEvents() {
        Shop.Source web = ready.knows(shop.source(SourceType.WEB));
        given().header("Host", "events.example.com:8443")
                .header("Origin", "https://shop.example.com")
                .get("/v1/projects/" + web.writeKey() + "/settings")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "no-store")
                .contentType(startsWith("application/json"))
                .body(SETTINGS + "apiKey", equalTo(web.writeKey()))
                .body(SETTINGS + "apiHost", endsWith("/v1"))
                .body(SETTINGS + "protocol", equalTo("http"));
    }

    @Test
    void nobodyElsesSettingsAreThere() {
        given().get("/v1/projects/unknown/settings").then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/track", "/v1/b", "/v1/decide", "/v1/inbox", "/v1/nothing", "/ofrep/v1/evaluate/flags"})
    void anyOriginMayCallButNeverWithCookies(String path) {
        given().header("Origin", "https://shop.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,x-user-token")
                .options(path)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("x-user-token"))
                .header("Access-Control-Max-Age", "86400")
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void anErrorCanBeReadFromAnyOriginToo() {
        given().header("Origin", "https://shop.example.com")
                .body("{}")
                .post("/v1/track")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void whatOperatorsCallIsNotForOtherOrigins() {
        given().header("Origin", "https://shop.example.com")
                .get("/api/segments")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void everyAnswerHasSecurityHeadersAndARequestId() {
        given().header("X-Request-Id", "my-request.1")
                .get("/v1/projects/unknown/settings")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("X-Request-Id", "my-request.1");
        given().header("X-Request-Id", "no good")
                .get("/health/ready")
                .then()
                .header("X-Request-Id", org.hamcrest.Matchers.not("no good"));
    }
}
