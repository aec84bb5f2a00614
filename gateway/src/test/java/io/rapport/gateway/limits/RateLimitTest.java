package io.rapport.gateway.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.FrailSurroundings;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A caller has 150 events at once and one a second; an address five wrong credentials. */
@QuarkusTest
@FrailSurroundings
class RateLimitTest {
    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    Stored stored;

    private static Response batch(Shop.Source source, int events) {
        String event = "{\"type\":\"page\",\"anonymousId\":\"a\"}";
        return given().header("X-Write-Key", source.writeKey())
                .body("{\"batch\":[" + String.join(",", Collections.nCopies(events, event)) + "]}")
                .post("/v1/batch");
    }

    @Test
    void overTheLimitASourceIsToldWhenToComeAgainAndOthersAreNot() {
        // Given
        Shop.Source greedy = shop.source(SourceType.WEB);
        Shop.Source modest = ready.knows(shop.source(SourceType.WEB));
        assertThat(batch(greedy, 140).statusCode()).isEqualTo(200);
        assertThat(batch(greedy, 100).statusCode()).isEqualTo(200);
        // When, Then
        Response refused = batch(greedy, 1);
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:rate-limited"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(60, 92);
        assertThat(batch(modest, 1).statusCode()).isEqualTo(200);
        assertThat(stored.events(greedy.id())).hasSize(240);
    }

    @Test
    void whoGuessesKeysIsSlowedDownAndWhoHasOneIsNot() {
        // Given
        Shop.Source source = ready.knows(shop.source(SourceType.WEB));
        // When
        List<Integer> guesses = IntStream.range(0, 10)
                .mapToObj(i -> given().header("X-Write-Key", "guess-" + i)
                        .body("{}")
                        .post("/v1/page")
                        .statusCode())
                .toList();
        // Then
        assertThat(guesses).startsWith(401).endsWith(429).containsOnly(401, 429);
        assertThat(batch(source, 1).statusCode()).isEqualTo(200);
    }

    @Test
    void aSecretIsNotLookedAtWhileItsAddressGuesses() {
        // Given
        String address = "2001:db8:7:7::";
        Shop.Source source = shop.source(SourceType.SERVER);
        String key = shop.serverKey(source, "*");
        ready.knows(shop.source(SourceType.WEB));
        // When
        List<Integer> guesses = IntStream.range(0, 10)
                .mapToObj(i -> asked("sk_guess" + i, address + i))
                .toList();
        // Then
        assertThat(guesses).startsWith(401).endsWith(429).containsOnly(401, 429);
        assertThat(asked(key, address + "a")).isEqualTo(429);
        assertThat(asked(key, "2001:db8:7:8::1")).isEqualTo(200);
    }

    private static int asked(String serverKey, String address) {
        return given().header("Authorization", "Bearer " + serverKey)
                .header("X-Forwarded-For", address)
                .body("{\"anonymousId\":\"a\"}")
                .post("/v1/page")
                .statusCode();
    }
}
