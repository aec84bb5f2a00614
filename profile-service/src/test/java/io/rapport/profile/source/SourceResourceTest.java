package io.rapport.profile.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.platform.caller.Role;
import io.rapport.platform.config.SecretBox;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.testing.ServiceTest;
import io.rapport.profile.testing.TopicLog;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceResourceTest extends ServiceTest {
    private static final String WEB = "{\"name\":\"Web shop\",\"type\":\"web\"}";

    private final String id = "s-" + UUID.randomUUID();
    private final String path = "/api/sources/" + id;

    @Inject
    SecretBox box;

    @Test
    void aNewSourceShowsItsSecretOnce() {
        Response created = admin().body(WEB).put(path);

        created.then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("type", equalTo("web"))
                .body("requireUserToken", equalTo(false))
                .body("writeKey", matchesPattern("[A-Za-z0-9]{32}"))
                .body("secret", matchesPattern("[A-Za-z0-9_-]{43}"));
        admin().get(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Web shop"))
                .body("secret", nullValue());
        assertThat(admin().queryParam("limit", 500).get("/api/sources").asString())
                .contains(id)
                .doesNotContain(created.path("secret").toString());
    }

    @Test
    void aSourceIsAnsweredAsItIsStored() {
        Response created = admin().body(WEB).put(path);
        Response replaced = admin().body(WEB).put(path);

        Response stored = admin().get(path);
        assertThat(created.<String>path("createdAt")).isEqualTo(stored.path("createdAt"));
        assertThat(replaced.<String>path("updatedAt")).isEqualTo(stored.path("updatedAt"));
    }

    @Test
    void aFieldOfAnotherTypeIsRefusedByItsPointer() {
        Map<String, String> pointers = Map.of(
                "{\"name\":5,\"type\":\"web\"}", "/name",
                "{\"name\":\"Shop\",\"type\":\"web\",\"requireUserToken\":\"true\"}", "/requireUserToken",
                "{\"name\":\"Shop\",\"type\":\"web\",\"requireUserToken\":null}", "/requireUserToken");
        pointers.forEach((body, pointer) ->
                admin().body(body).put(path).then().statusCode(400).body("errors[0].pointer", equalTo(pointer)));
    }

    @Test
    void replacingASourceKeepsItsKeyAndSecretAndAnswersWith200() {
        // Given
        Response created = admin().body(WEB).put(path);
        String sealed = sealedSecret();

        // When
        Response replaced = admin().body("{\"name\":\"Shop\",\"type\":\"ios\",\"requireUserToken\":true}")
                .put(path);

        // Then
        replaced.then()
                .statusCode(200)
                .body("name", equalTo("Shop"))
                .body("type", equalTo("ios"))
                .body("requireUserToken", equalTo(true))
                .body("writeKey", equalTo(created.path("writeKey")))
                .body("secret", nullValue());
        assertThat(sealedSecret()).isEqualTo(sealed);
    }

    @Test
    void theSecretIsStoredSealedAndAnnouncedSo() {
        // When
        Response created = admin().body(WEB).put(path);
        String secret = created.path("secret");

        // Then
        assertThat(sealedSecret()).doesNotContain(secret);
        assertThat(box.open(sealedSecret())).isEqualTo(secret);
        try (TopicLog access = follow(Topic.ACCESS)) {
            JsonNode announced = access.await("source:" + id, 1).get(0);
            assertThat(announced.path("kind").asText()).isEqualTo("source");
            assertThat(announced.path("writeKey").asText()).isEqualTo(created.path("writeKey"));
            assertThat(announced.toString()).doesNotContain(secret);
            assertThat(box.open(announced.path("encryptedSecret").asText())).isEqualTo(secret);
        }
    }

    private String sealedSecret() {
        return query("select sealed_secret from source where id = $1", id)
                .get(0)
                .getString(0);
    }

    @Test
    void aRotatedSecretIsShownOnceAndAnnounced() {
        // Given
        String first = admin().body(WEB).put(path).path("secret");

        // When
        String second = admin().post(path + "/rotate-secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");

        // Then
        assertThat(second).isNotEqualTo(first);
        admin().get(path).then().body("secret", nullValue());
        try (TopicLog access = follow(Topic.ACCESS)) {
            JsonNode announced = access.await("source:" + id, 2).get(1);
            assertThat(box.open(announced.path("encryptedSecret").asText())).isEqualTo(second);
        }
    }

    @Test
    void aRotatedWriteKeyReplacesTheOldOne() {
        // Given
        String first = admin().body(WEB).put(path).path("writeKey");

        // When
        Response rotated = admin().post(path + "/rotate-write-key");

        // Then
        rotated.then().statusCode(200).body("secret", nullValue());
        assertThat(rotated.<String>path("writeKey")).isNotEqualTo(first);
        admin().get(path).then().body("writeKey", equalTo(rotated.path("writeKey")));
        try (TopicLog access = follow(Topic.ACCESS)) {
            assertThat(access.await("source:" + id, 2).get(1).path("writeKey").asText())
                    .isEqualTo(rotated.path("writeKey"));
        }
    }

    @Test
    void aDeletedSourceIsGoneAndTakenBack() {
        // Given
        admin().body(WEB).put(path);

        // When
        admin().delete(path).then().statusCode(204);

        // Then
        admin().get(path).then().statusCode(404);
        admin().delete(path).then().statusCode(404);
        try (TopicLog access = follow(Topic.ACCESS)) {
            assertThat(access.await("source:" + id, 2).get(1).isNull()).isTrue();
        }
    }

    @Test
    void aSourceThatServerKeysSendForStays() {
        // Given
        admin().body(WEB).put(path);
        admin().body(Map.of("name", "Export", "scopes", List.of(), "sourceId", id))
                .post("/api/server-keys")
                .then()
                .statusCode(201);

        // When
        Response refused = admin().delete(path);

        // Then
        refused.then().statusCode(409).body("type", equalTo("urn:rapport:problem:source-in-use"));
        admin().get(path).then().statusCode(200);
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        admin().body("{\"name\":\"a\",\"type\":\"web\",\"writeKey\":\"mine\"}")
                .put(path)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("errors[0].pointer", equalTo("/writeKey"))
                .body("errors[0].detail", containsString("writeKey"));
        admin().get(path).then().statusCode(404);
    }

    @Test
    void everyBadFieldIsNamed() {
        admin().body("{}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/type"));
        admin().body("{\"name\":\"a\\u0000\",\"type\":\"web\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"));
        admin().body("{\"name\":\"a\",\"type\":\"fax\"}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/type"));
        admin().put(path).then().statusCode(400);
    }

    @Test
    void anIdIsLowerCaseLettersDigitsAndHyphens() {
        for (String bad : List.of("Web", "-web", "a_b", "a".repeat(64), "%00")) {
            admin().urlEncodingEnabled(false)
                    .body(WEB)
                    .put("/api/sources/" + bad)
                    .then()
                    .statusCode(400);
            admin().urlEncodingEnabled(false).get("/api/sources/" + bad).then().statusCode(404);
            admin().urlEncodingEnabled(false)
                    .delete("/api/sources/" + bad)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void theListIsPaged() {
        // Given
        List<String> ids =
                Stream.of("1", "2", "3").map(n -> id.substring(0, 30) + "-" + n).toList();
        ids.forEach(each -> admin().body(WEB).put("/api/sources/" + each));

        // When
        List<String> listed = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page =
                    admin().queryParam("limit", 2).queryParam("cursor", cursor).get("/api/sources");
            listed.addAll(page.path("items.id"));
            cursor = page.path("cursor");
        }

        // Then
        assertThat(listed).containsAll(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void creatingAtTheSameTimeMakesOneSource() {
        // When
        List<CompletableFuture<Response>> calls = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> admin().body(WEB).put(path)))
                .limit(6)
                .toList();

        // Then
        assertThat(calls.stream().map(call -> call.join().statusCode()))
                .containsExactlyInAnyOrder(201, 200, 200, 200, 200, 200);
        assertThat(calls.stream()
                        .map(call -> call.join().<String>path("writeKey"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void onlyAdminsManageSources() {
        for (String caller : List.of(
                TestCallers.operator(Role.MARKETER, Role.ANALYST, Role.SUPPORT),
                TestCallers.server("*"),
                TestCallers.visitor("web", "42"))) {
            as(caller).get("/api/sources").then().statusCode(403);
            as(caller).body(WEB).put(path).then().statusCode(403);
            as(caller).delete(path).then().statusCode(403);
            as(caller).post(path + "/rotate-secret").then().statusCode(403);
        }
        as(TestCallers.nobody()).get("/api/sources").then().statusCode(401);
    }
}
