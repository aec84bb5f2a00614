package io.rapport.profile.signingkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.login.Logins;
import io.rapport.profile.testing.ServiceTest;
import io.rapport.profile.testing.TopicLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeyTest extends ServiceTest {
    @Inject
    SigningKeyService keys;

    private static String login() {
        return Logins.token("admin", ADMIN_PASSWORD).path("accessToken");
    }

    private static String kid(String token) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(token);
        return jws.getKeyIdHeaderValue();
    }

    @Test
    void tokensOfTheOldKeyStayValidWhenANewOneTakesOver() throws Exception {
        // Given
        String before = login();

        // When
        String kid = admin().post("/api/signing-keys/rotate")
                .then()
                .statusCode(200)
                .extract()
                .path("kid");
        String after = login();

        // Then
        assertThat(kid(after)).isEqualTo(kid).isNotEqualTo(kid(before));
        assertThat(Logins.verified(before).getSubject()).isEqualTo("admin");
        assertThat(Logins.verified(after).getSubject()).isEqualTo("admin");
    }

    @Test
    void bothKeysAreAnnouncedAndTheOldOneEndsSooner() throws Exception {
        // Given
        String old = kid(login());

        // When
        String next = admin().post("/api/signing-keys/rotate").path("kid");

        // Then
        try (TopicLog access = follow(Topic.ACCESS)) {
            List<JsonNode> ofOld = access.await("signing-key:" + old, 2);
            JsonNode ofNext = access.await("signing-key:" + next, 1).get(0);
            Instant end =
                    Instant.parse(ofOld.get(ofOld.size() - 1).path("notAfter").asText());
            assertThat(end)
                    .isBetween(Instant.now().plusSeconds(15 * 60), Instant.now().plusSeconds(17 * 60));
            assertThat(Instant.parse(ofNext.path("notAfter").asText()))
                    .isAfter(Instant.now().plusSeconds(30 * 86_400));
            assertThat(ofNext.path("jwk").asText()).contains("\"RSA\"").doesNotContain("\"d\"");
        }
    }

    @Test
    void thePublicKeysAreForAnybodyAndHoldNothingPrivate() {
        as(TestCallers.nobody())
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys.kty", everyItem(equalTo("RSA")))
                .body("keys.alg", everyItem(equalTo("RS256")))
                .body("keys.d", everyItem(nullValue()))
                .body("keys.p", everyItem(nullValue()));
    }

    @Test
    void thePrivateKeyIsStoredSealed() {
        login();
        for (Row row : query("select sealed_jwk, public_jwk from signing_key")) {
            assertThat(row.getString("sealed_jwk")).doesNotContain("{").doesNotContain("\"kty\"");
            assertThat(row.getString("public_jwk")).doesNotContain("\"d\"");
        }
    }

    @Test
    void replicasThatStartAtOnceMakeOneKey() {
        // Given
        query("delete from signing_key");

        // When
        List<Uni<Void>> starts = Stream.generate(keys::ensure).limit(8).toList();
        Uni.join().all(starts).andFailFast().await().atMost(SOON);

        // Then
        assertThat(count("select count(*) from signing_key")).isEqualTo(1);
    }

    @Test
    void aKeyOfThirtyDaysIsSucceeded() {
        // Given
        query("delete from signing_key");
        keys.ensure().await().atMost(SOON);
        query(
                "update signing_key set created_at = $1",
                Instant.now().minusSeconds(30 * 86_400).atOffset(ZoneOffset.UTC));

        // When
        keys.ensure().await().atMost(SOON);
        keys.ensure().await().atMost(SOON);

        // Then
        assertThat(count("select count(*) from signing_key")).isEqualTo(2);
    }

    @Test
    void aSpentKeyIsTakenBack() throws Exception {
        // Given
        String old = kid(login());
        query(
                "update signing_key set not_after = $1 where kid = $2",
                Instant.now().atOffset(ZoneOffset.UTC),
                old);

        // When
        keys.ensure().await().atMost(SOON);

        // Then
        assertThat(count("select count(*) from signing_key where kid = $1", old))
                .isZero();
        assertThat(kid(login())).isNotEqualTo(old);
        try (TopicLog access = follow(Topic.ACCESS)) {
            List<JsonNode> announced = access.await("signing-key:" + old, 2);
            assertThat(announced.get(announced.size() - 1).isNull()).isTrue();
        }
    }

    @Test
    void theKeysAreListedAPageAtATime() {
        // Given
        login();
        String next = admin().post("/api/signing-keys/rotate").path("kid");
        List<String> all = admin().get("/api/signing-keys").path("items.kid");

        // When
        String cursor =
                admin().get("/api/signing-keys?limit=" + (all.size() - 1)).path("cursor");

        // Then
        List<String> rest = admin().queryParam("cursor", cursor)
                .get("/api/signing-keys?limit=1")
                .path("items.kid");
        assertThat(rest).containsExactly(next);
        admin().get("/api/signing-keys?limit=0").then().statusCode(400);
    }

    @Test
    void onlyAdminsRotate() {
        as(TestCallers.operator(Role.MARKETER, Role.ANALYST, Role.SUPPORT))
                .post("/api/signing-keys/rotate")
                .then()
                .statusCode(403);
        as(TestCallers.server("*")).get("/api/signing-keys").then().statusCode(403);
    }
}
