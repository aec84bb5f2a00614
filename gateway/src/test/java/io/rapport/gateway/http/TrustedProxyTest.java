package io.rapport.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.FrailSurroundings;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Behind a proxy that is trusted ({@code rapport.gateway.trust-proxy}). */
@QuarkusTest
@FrailSurroundings
class TrustedProxyTest {
    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    Stored stored;

    @Test
    void theClientIsWhereTheProxySaysItIs() {
        // Given
        Shop.Source web = ready.knows(shop.source(SourceType.WEB));
        // When
        given().header("X-Write-Key", web.writeKey())
                .header("X-Forwarded-For", "203.0.113.7")
                .body("{\"anonymousId\":\"a\"}")
                .post("/v1/page")
                .then()
                .statusCode(200);
        // Then
        assertThat(stored.events(web.id()).get(0).event().at("/context/ip").textValue())
                .isEqualTo("203.0.113.7");
    }

    @Test
    void theGatewayIsReachedAsTheProxySays() {
        Shop.Source web = ready.knows(shop.source(SourceType.WEB));
        given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "events.example.com")
                .get("/v1/projects/" + web.writeKey() + "/settings")
                .then()
                .body("integrations.'Segment.io'.apiHost", equalTo("events.example.com/v1"))
                .body("integrations.'Segment.io'.protocol", equalTo("https"));
    }
}
