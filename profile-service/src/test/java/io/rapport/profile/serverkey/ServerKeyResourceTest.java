package io.rapport.profile.serverkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.access.Sha256;
import io.rapport.profile.testing.ServiceTest;
import io.rapport.profile.testing.TopicLog;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServerKeyResourceTest extends ServiceTest {
    private static Response issue(List<String> scopes) {
        return admin().body(Map.of("name", "Order export", "scopes", scopes)).post("/api/server-keys");
    }

    @Test
    void aKeyIsShownOnceAndStoredAsAHash() {
        // When
        Response issued = issue(List.of("catalog:write", "profiles:read"));
        String key = issued.path("key");
        String id = issued.path("id");

        // Then
        issued.then()
                .statusCode(201)
                .body("key", matchesPattern("sk_[A-Za-z0-9_-]{43}"))
                .body("hint", equalTo(key.substring(key.length() - 4)))
                .body("sourceId", equalTo("server"));
        admin().get("/api/server-keys/" + id)
                .then()
                .statusCode(200)
                .body("key", nullValue())
                .body("scopes", equalTo(List.of("catalog:write", "profiles:read")));
        assertThat(query("select * from server_key where id = $1", UUID.fromString(id))
                        .get(0)
                        .toJson()
                        .encode())
                .contains(Sha256.hex(key))
                .doesNotContain(key);
        assertThat(admin().queryParam("limit", 500).get("/api/server-keys").asString())
                .contains(id)
                .doesNotContain(key);
    }

    @Test
    void aRepeatWithTheSameIdempotencyKeyIssuesNoSecondKeyAndNothingKeepsItInClear() {
        // When
        String idempotencyKey = UUID.randomUUID().toString();
        String key = issueOnce(idempotencyKey);
        String again = issueOnce(idempotencyKey);

        // Then
        assertThat(again).isEqualTo(key);
        assertThat(count("select count(*) from server_key where name = $1", idempotencyKey))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from idempotency_key where position(convert_to($1, 'UTF8') in body) > 0", key))
                .isZero();
    }

    private String issueOnce(String idempotencyKey) {
        return admin().header("Idempotency-Key", idempotencyKey)
                .body(Map.of("name", idempotencyKey, "scopes", List.of("*")))
                .post("/api/server-keys")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("key");
    }

    @Test
    void aKeyIsAnnouncedByItsHashAndTakenBackWhenRevoked() {
        // Given
        Response issued = issue(List.of("consents:*"));
        String id = issued.path("id");

        // When
        admin().delete("/api/server-keys/" + id).then().statusCode(204);

        // Then
        try (TopicLog access = follow(Topic.ACCESS)) {
            List<JsonNode> announced = access.await("server-key:" + id, 2);
            assertThat(announced.get(0).path("hash").asText()).isEqualTo(Sha256.hex(issued.path("key")));
            assertThat(announced.get(0).path("scopes").get(0).asText()).isEqualTo("consents:*");
            assertThat(announced.get(0).path("sourceId").asText()).isEqualTo("server");
            assertThat(announced.get(1).isNull()).isTrue();
        }
        admin().get("/api/server-keys/" + id).then().statusCode(404);
        admin().delete("/api/server-keys/" + id).then().statusCode(404);
    }

    @Test
    void whatIsNoScopeIsRefusedByItsPlace() {
        issue(List.of("catalog:read", "sources:write"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/scopes/1"));
        for (String bad : List.of("", "catalog", "catalog:", "catalog:delete", ":read", "**", "*:*", "Catalog:read")) {
            issue(List.of(bad)).then().statusCode(400);
        }
        issue(List.of("*")).then().statusCode(201);
    }

    @Test
    void aKeyForNoSourceIsRefused() {
        admin().body(Map.of("name", "a", "scopes", List.of("*"), "sourceId", "nowhere"))
                .post("/api/server-keys")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:rapport:problem:unknown-source"))
                .body("errors[0].pointer", equalTo("/sourceId"));
    }

    @Test
    void onlyAdminsIssueKeys() {
        as(TestCallers.server("*")).get("/api/server-keys").then().statusCode(403);
        as(TestCallers.server("*"))
                .body(Map.of("name", "a", "scopes", List.of("*")))
                .post("/api/server-keys")
                .then()
                .statusCode(403);
        as(TestCallers.nobody()).get("/api/server-keys").then().statusCode(401);
    }
}
