package io.rapport.profile.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.testing.ServiceTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperatorResourceTest extends ServiceTest {
    private static final String PASSWORD = "correct horse battery staple";

    private final String username = "o-" + UUID.randomUUID();
    private final String path = "/api/operators/" + username;

    private static Map<String, Object> operator(String... roles) {
        return Map.of("name", "Anna", "roles", List.of(roles), "password", PASSWORD);
    }

    @Test
    void anOperatorIsCreatedReadChangedAndDeleted() {
        admin().body(operator("support", "marketer"))
                .put(path)
                .then()
                .statusCode(201)
                .body("username", equalTo(username))
                .body("roles", equalTo(List.of("marketer", "support")));
        admin().get(path).then().statusCode(200).body("name", equalTo("Anna"));
        admin().body(Map.of("roles", List.of("analyst")))
                .put(path)
                .then()
                .statusCode(200)
                .body("roles", equalTo(List.of("analyst")));
        admin().delete(path).then().statusCode(204);
        admin().get(path).then().statusCode(404);
        admin().delete(path).then().statusCode(404);
    }

    @Test
    void thePasswordIsStoredAsArgon2idAndNeverShown() {
        // When
        Response created = admin().body(operator("support")).put(path);

        // Then
        String hash = query("select password_hash from operator where username = $1", username)
                .get(0)
                .getString(0);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        for (String shown : List.of(
                created.asString(),
                admin().get(path).asString(),
                admin().get("/api/operators").asString())) {
            assertThat(shown).contains(username).doesNotContain(PASSWORD).doesNotContain("argon2");
        }
    }

    @Test
    void aChangeWithoutAPasswordKeepsTheOldOne() {
        // Given
        admin().body(operator("support")).put(path);
        String sql = "select password_hash, password_version from operator where username = $1";
        String before = query(sql, username).get(0).toJson().encode();

        // When
        admin().body(Map.of("roles", List.of("analyst"))).put(path).then().statusCode(200);

        // Then
        assertThat(query(sql, username).get(0).toJson().encode()).isEqualTo(before);
    }

    @Test
    void aNewOperatorNeedsAPasswordOfTwelveCharacters() {
        admin().body(Map.of("roles", List.of("support")))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/password"));
        admin().body(Map.of("roles", List.of("support"), "password", "eleven-char"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/password"));
        admin().get(path).then().statusCode(404);
    }

    @Test
    void rolesAreChecked() {
        admin().body(Map.of("roles", List.of("support", "root"), "password", PASSWORD))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/roles/1"));
        admin().body(Map.of("roles", List.of(), "password", PASSWORD))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/roles"));
    }

    @Test
    void theLastAdminStaysOne() {
        // Given the one that the first start made
        admin().body(operator("admin")).put(path).then().statusCode(201);
        admin().body(Map.of("roles", List.of("support"))).put(path).then().statusCode(200);

        // When
        Response deleted = admin().delete("/api/operators/admin");
        Response demoted = admin().body(Map.of("roles", List.of("support"))).put("/api/operators/admin");

        // Then
        deleted.then().statusCode(409).body("type", equalTo("urn:rapport:problem:last-admin"));
        demoted.then().statusCode(409).body("type", equalTo("urn:rapport:problem:last-admin"));
        admin().get("/api/operators/admin").then().statusCode(200).body("roles", equalTo(List.of("admin")));
    }

    @Test
    void twoAdminsCannotRemoveEachOtherAtTheSameTime() {
        // Given two admins beside the first one, who is none for a moment
        List<String> others = List.of(path + "-1", path + "-2");
        others.forEach(
                other -> admin().body(operator("admin")).put(other).then().statusCode(201));
        admin().body(Map.of("roles", List.of("support")))
                .put("/api/operators/admin")
                .then()
                .statusCode(200);

        // When
        List<CompletableFuture<Integer>> removals = others.stream()
                .map(other -> CompletableFuture.supplyAsync(
                        () -> admin().delete(other).statusCode()))
                .toList();
        Stream<Integer> codes = removals.stream().map(CompletableFuture::join);

        // Then
        assertThat(codes).containsExactlyInAnyOrder(204, 409);
        admin().body(Map.of("roles", List.of("admin")))
                .put("/api/operators/admin")
                .then()
                .statusCode(200);
        others.forEach(other -> admin().delete(other));
    }

    @Test
    void onlyAdminsManageOperators() {
        for (String caller :
                List.of(TestCallers.operator(Role.MARKETER, Role.ANALYST, Role.SUPPORT), TestCallers.server("*"))) {
            as(caller).get("/api/operators").then().statusCode(403);
            as(caller).body(operator("admin")).put(path).then().statusCode(403);
        }
    }
}
