package io.rapport.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.app.NoteResource;
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest extends PlatformTest {
    private static final String OPERATOR = TestCallers.admin();

    private final String key = UUID.randomUUID().toString();

    @Inject
    KeyStore keys;

    @AfterEach
    void openTheGate() {
        NoteResource.gate = CompletableFuture.completedFuture(null);
    }

    private static Response send(String caller, String key, String body) {
        return given().header("Authorization", caller)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/api/notes/counted");
    }

    private static int calls() {
        return NoteResource.CALLS.get();
    }

    @Test
    void theSameRequestIsCarriedOutOnceAndAnsweredAgain() {
        int before = calls();

        Response first = send(OPERATOR, key, "{\"title\":\"a\"}");
        Response second = send(OPERATOR, key, "{\"title\":\"a\"}");

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue()).body("stars", equalTo(before + 1));
        second.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.header("Location")).endsWith("/api/notes/" + (before + 1));
        assertThat(calls()).isEqualTo(before + 1);
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        send(OPERATOR, key, "{\"title\":\"a\"}").then().statusCode(201);

        send(OPERATOR, key, "{\"title\":\"b\"}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:idempotency-key-reused"));
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        send(OPERATOR, key, "{\"title\":\"a\"}").then().statusCode(201);

        send(TestCallers.server("notes:write"), key, "{\"title\":\"b\"}")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void aSecondOneWhileTheFirstRunsIsToldToWait() {
        // Given
        NoteResource.gate = new CompletableFuture<>();
        int before = calls();
        CompletableFuture<Response> first =
                CompletableFuture.supplyAsync(() -> send(OPERATOR, key, "{\"title\":\"slow\"}"));
        Eventually.within(SOON, () -> calls() == before + 1);

        // When
        Response second = send(OPERATOR, key, "{\"title\":\"slow\"}");
        NoteResource.gate.complete(null);

        // Then
        second.then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("type", equalTo("urn:rapport:problem:idempotency-key-in-use"));
        assertThat(first.join().statusCode()).isEqualTo(201);
        send(OPERATOR, key, "{\"title\":\"slow\"}").then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(calls()).isEqualTo(before + 1);
    }

    @Test
    void aRefusalIsAnsweredAgainButOurOwnFailureMayBeTriedAgain() {
        int before = calls();

        send(OPERATOR, key, "{\"title\":\"refused\"}").then().statusCode(400);
        send(OPERATOR, key, "{\"title\":\"refused\"}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Idempotency-Replayed", "true")
                .body("detail", equalTo("refused at call " + (before + 1)));

        send(OPERATOR, key + "x", "{\"title\":\"broken\"}").then().statusCode(500);
        send(OPERATOR, key + "x", "{\"title\":\"broken\"}").then().statusCode(500);
        assertThat(calls()).isEqualTo(before + 3);
    }

    @Test
    void aKeyIsFreeAgainAfterADayAndAfterACrash() {
        // Given
        send(OPERATOR, key, "{\"title\":\"a\"}").then().statusCode(201);
        send(OPERATOR, key + "crashed", "{\"title\":\"a\"}").then().statusCode(201);

        // When
        age(key, "25 hours");
        age(key + "crashed", "6 minutes");
        query("update idempotency_key set status = null where key = $1", key + "crashed");

        // Then
        send(OPERATOR, key, "{\"title\":\"b\"}").then().statusCode(201).header("Idempotency-Replayed", nullValue());
        send(OPERATOR, key + "crashed", "{\"title\":\"a\"}")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void oldKeysAreSwept() {
        send(OPERATOR, key, "{\"title\":\"a\"}").then().statusCode(201);
        age(key, "25 hours");

        int swept = keys.sweep(pool).await().atMost(SOON);

        assertThat(swept).isPositive();
        assertThat(count("select count(*) from idempotency_key where key = $1", key))
                .isZero();
    }

    private void age(String key, String time) {
        query("update idempotency_key set claimed_at = claimed_at - $2::text::interval where key = $1", key, time);
    }

    @Test
    void nobodyWithoutPermissionGetsAtAStoredAnswer() {
        send(OPERATOR, key, "{\"title\":\"a\"}").then().statusCode(201);

        send(TestCallers.operator(), key, "{\"title\":\"a\"}").then().statusCode(403);
    }

    @Test
    void aKeyThatIsNoneOrABodyTooLargeIsRefused() {
        send(OPERATOR, "two words", "{}")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:rapport:problem:idempotency-key-invalid"));
        send(OPERATOR, "k".repeat(256), "{}").then().statusCode(400);
        send(OPERATOR, key, "{\"title\":\"" + "x".repeat(RequestBody.MOST_BYTES) + "\"}")
                .then()
                .statusCode(413);
    }

    @Test
    void aBodyInManyPiecesArrivesWhole() {
        String title = "x".repeat(300_000);

        given().header("Authorization", OPERATOR)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"title\":\"" + title + "\"}")
                .post("/api/notes/parsed")
                .then()
                .statusCode(200)
                .body("title", equalTo(title));
    }

    private static Response secret(String key, String title) {
        return given().header("Authorization", OPERATOR)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"title\":\"" + title + "\"}")
                .post("/api/notes/secret");
    }

    @Test
    void whatIsShownOnceIsShownAgainToWhoMissedItAndLiesSealedMeanwhile() {
        // Given
        Response first = secret(key, "a");
        int calls = calls();

        // When
        Response second = secret(key, "a");

        // Then
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then().statusCode(201).header("Idempotency-Replayed", "true").header("Cache-Control", "no-store");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(calls()).isEqualTo(calls);
        assertThat(count(
                        "select count(*) from idempotency_key "
                                + "where key = $1 and sealed and position('secret'::bytea in body) = 0",
                        key))
                .isEqualTo(1);
        secret(key, "b").then().statusCode(422);
    }

    @Test
    void whatIsShownOnceIsForgottenAfterTenMinutesAndNotMadeAgain() {
        // Given
        secret(key, "a").then().statusCode(201);
        int calls = calls();

        // When
        age(key, "11 minutes");
        keys.sweep(pool).await().atMost(SOON);

        // Then
        secret(key, "a")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:rapport:problem:idempotency-answer-forgotten"));
        assertThat(calls()).isEqualTo(calls);
        assertThat(count("select count(*) from idempotency_key where key = $1 and body is null", key))
                .isEqualTo(1);
    }

    @Test
    void jsonLinesOfAnyLengthPassBy() {
        given().header("Authorization", OPERATOR)
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(new byte[RequestBody.MOST_BYTES + 1])
                .post("/api/notes/bulk")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue());
        assertThat(count("select count(*) from idempotency_key where key = $1", key))
                .isZero();
    }
}
