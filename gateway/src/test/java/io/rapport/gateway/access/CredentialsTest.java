package io.rapport.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Origin;
import io.rapport.events.Proof;
import io.rapport.events.RawEvent;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import io.rapport.gateway.testing.StubServices;
import io.rapport.gateway.testing.Surroundings;
import io.rapport.gateway.testing.UserToken;
import io.rapport.platform.caller.Role;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API.md, callers: who is let in by what. */
@QuarkusTest
@Surroundings
class CredentialsTest {
    private static final String ANONYMOUS = "{\"anonymousId\":\"a\",\"messageId\":\"m\"}";
    private static final String AS_USER = "{\"userId\":\"u1\",\"messageId\":\"m\"}";

    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    Stored stored;

    StubServices services;

    private Shop.Source web;

    @BeforeEach
    void openShop() {
        services.reset();
        web = ready.knows(shop.source(SourceType.WEB));
    }

    private static int page(RequestSpecification request, String body) {
        return request.body(body).post("/v1/page").statusCode();
    }

    private RequestSpecification withKey() {
        return given().header("Authorization", web.basic());
    }

    @Test
    void aWriteKeyMayStandInBasicInAHeaderOrInTheBody() {
        // When
        String inBody = "{\"anonymousId\":\"a\",\"writeKey\":\"" + web.writeKey() + "\"}";
        String inBatch =
                "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\"}],\"writeKey\":\"" + web.writeKey() + "\"}";
        int[] answers = {
            page(withKey(), ANONYMOUS),
            page(given().header("X-Write-Key", web.writeKey()), ANONYMOUS),
            page(given(), inBody),
            given().body(inBatch).post("/v1/batch").statusCode()
        };
        // Then
        assertThat(answers).containsOnly(200);
        assertThat(stored.events(web.id()))
                .hasSize(4)
                .extracting(RawEvent::proof)
                .containsOnly(Proof.NONE);
    }

    @Test
    void withoutACredentialTheAnswerSaysWhichKindIsExpected() {
        given().body(ANONYMOUS)
                .post("/v1/page")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic !!!",
                "Basic d3Jvbmc6",
                "Basic Og==",
                "Bearer",
                "Bearer sk_wrong",
                "Bearer a.b.c",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4IiwiaXNzIjoicmFwcG9ydCIsImV4cCI6OTk5OTk5OTk5OSwiZ3JvdXBzIjpbImFkbWluIl19.",
                "Digest x",
                "wrong"
            })
    void wrongCredentialsAreRefusedEvenIfTheBodyHoldsARightOne(String authorization) {
        // Given
        String body = "{\"anonymousId\":\"a\",\"writeKey\":\"" + web.writeKey() + "\"}";
        // When
        int status = page(given().header("Authorization", authorization), body);
        // Then
        assertThat(status).isEqualTo(401);
        assertThat(stored.events(web.id())).isEmpty();
    }

    @Test
    void aServerKeyMaySendForAnybody() {
        // Given
        String key = shop.serverKey(web);
        Shop.Source server = shop.source(SourceType.SERVER);
        String serverKey = shop.serverKey(server);
        ready.knows(shop.source(SourceType.WEB));
        // When
        int first = page(given().header("Authorization", "Bearer " + key), AS_USER);
        int second = page(given().header("Authorization", "bearer " + serverKey), AS_USER);
        // Then
        assertThat(first).isEqualTo(200);
        assertThat(second).isEqualTo(200);
        assertThat(stored.events(web.id()).get(0).proof()).isEqualTo(Proof.SERVER_KEY);
        RawEvent event = stored.events(server.id()).get(0);
        assertThat(event.sourceType()).isEqualTo(SourceType.SERVER);
        assertThat(event.event().has("context")).isFalse();
    }

    @Test
    void aWithdrawnKeyIsWorthNothing() {
        // Given
        shop.withdraw("source:" + web.id());
        // When
        ready.forgot(web);
        // Then
        assertThat(page(withKey(), ANONYMOUS)).isEqualTo(401);
    }

    @Test
    void aUserTokenProvesTheUser() {
        // Given
        String token = UserToken.of(web.secret(), "u1");
        // When
        int status = page(withKey().header("X-User-Token", token), AS_USER);
        int endless = page(withKey().header("X-User-Token", UserToken.endless(web.secret(), "u1")), AS_USER);
        // Then
        assertThat(status).isEqualTo(200);
        assertThat(endless).isEqualTo(200);
        RawEvent event = stored.events(web.id()).get(0);
        assertThat(event.proof()).isEqualTo(Proof.USER_TOKEN);
        assertThat(event.provenUserId()).isEqualTo("u1");
    }

    @Test
    void aUserTokenOfAnotherUserIsForbiddenAndNothingIsTaken() {
        // Given
        String body = "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\"},{\"type\":\"page\",\"userId\":\"u1\"}]}";
        // When
        int status = withKey()
                .header("X-User-Token", UserToken.of(web.secret(), "u2"))
                .body(body)
                .post("/v1/batch")
                .statusCode();
        // Then
        assertThat(status).isEqualTo(403);
        assertThat(stored.events(web.id())).isEmpty();
    }

    @Test
    void aUserTokenThatIsForgedOrExpiredIsRefused() {
        String unsigned = encoded("{\"alg\":\"none\"}") + "." + encoded("{\"sub\":\"u1\"}") + ".";
        assertThat(page(withKey().header("X-User-Token", unsigned), AS_USER)).isEqualTo(401);
        assertThat(page(
                        withKey().header("X-User-Token", UserToken.of("the secret of quite another source", "u1")),
                        AS_USER))
                .isEqualTo(401);
        assertThat(page(withKey().header("X-User-Token", expired()), AS_USER)).isEqualTo(401);
        assertThat(stored.events(web.id())).isEmpty();
    }

    private String expired() {
        return UserToken.of(web.secret(), "u1", Instant.now().minusSeconds(120));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSourceThatRequiresUserTokensTakesNoUsersEventWithoutOne() {
        // Given
        web = ready.knows(shop.source(SourceType.WEB, true));
        // When, Then
        assertThat(page(withKey(), ANONYMOUS)).isEqualTo(200);
        assertThat(page(withKey(), AS_USER)).isEqualTo(401);
        assertThat(page(withKey().header("X-User-Token", UserToken.of(web.secret(), "u1")), AS_USER))
                .isEqualTo(200);
        assertThat(stored.events(web.id())).hasSize(2);
    }

    @Test
    void historyIsLoadedWithAServerKeyAndASdkThatSendsToImportMeansNow() {
        // Given
        Shop.Source server = shop.source(SourceType.SERVER);
        String key = shop.serverKey(server);
        ready.knows(shop.source(SourceType.WEB));
        String body = "{\"batch\":[{\"type\":\"page\",\"userId\":\"u\",\"timestamp\":\"2010-01-01T00:00:00Z\"}],"
                + "\"sentAt\":\"2010-01-01T00:00:00Z\"}";
        // When
        int bySdk = withKey().body(body).post("/v1/import/").statusCode();
        int byImporter = given().header("Authorization", "Bearer " + key)
                .body(body)
                .post("/v1/import")
                .statusCode();
        // Then
        assertThat(bySdk).isEqualTo(200);
        RawEvent now = stored.events(web.id()).get(0);
        assertThat(now.origin()).isEqualTo(Origin.LIVE);
        assertThat(now.timestamp()).isEqualTo(now.receivedAt());
        assertThat(byImporter).isEqualTo(200);
        RawEvent then = stored.events(server.id()).get(0);
        assertThat(then.origin()).isEqualTo(Origin.IMPORT);
        assertThat(then.timestamp()).isEqualTo(Instant.parse("2010-01-01T00:00:00Z"));
    }

    @Test
    void operatorsAreKnownByTheirTokensAndSendNoEvents() {
        // Given
        String admin = shop.operator("ada", Role.ADMIN);
        String late = shop.operator("eve", Instant.now().minusSeconds(120), Role.ADMIN);
        String spent = shop.operatorBySpentKey("eve", Role.ADMIN);
        ready.knows(shop.source(SourceType.WEB));
        Map<String, Integer> expected = Map.of(admin, 404, late, 401, spent, 401);
        // When, Then
        expected.forEach((token, status) -> assertThat(given().header("Authorization", "Bearer " + token)
                        .get("/api/segments")
                        .statusCode())
                .isEqualTo(status));
        assertThat(services.profile().seen()).hasSize(1);
        assertThat(page(given().header("Authorization", "Bearer " + admin), ANONYMOUS))
                .isEqualTo(403);
    }
}
