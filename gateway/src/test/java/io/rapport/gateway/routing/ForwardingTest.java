package io.rapport.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.StubService;
import io.rapport.gateway.testing.StubService.Reply;
import io.rapport.gateway.testing.StubServices;
import io.rapport.gateway.testing.Surroundings;
import io.rapport.gateway.testing.UserToken;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.caller.InternalTokenVerifier;
import io.rapport.platform.caller.Role;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests reach the services. */
@QuarkusTest
@Surroundings
class ForwardingTest {
    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    InternalTokenVerifier tokens;

    StubServices services;

    private Shop.Source web;
    private String serverKey;
    private String admin;

    @BeforeEach
    void openShop() {
        services.reset();
        admin = shop.operator("ada", Role.ADMIN, Role.MARKETER);
        Shop.Source server = shop.source(SourceType.SERVER);
        serverKey = shop.serverKey(server, "catalog:write");
        web = ready.knows(shop.source(SourceType.WEB));
    }

    private RequestSpecification asAdmin() {
        return given().header("Authorization", "Bearer " + admin);
    }

    private RequestSpecification asVisitor() {
        return given().header("X-Write-Key", web.writeKey());
    }

    private Caller callerOf(StubService.Seen seen) {
        String header = seen.headers().get("Authorization");
        return tokens.verify(header.substring("Bearer ".length())).orElseThrow();
    }

    @Test
    void theServiceLearnsTheCallerFromTheInternalTokenAndNothingElse() {
        // Given
        services.profile().answers(seen -> Reply.json(200, "{\"items\":[]}"));
        // When
        asAdmin()
                .urlEncodingEnabled(false)
                .header("X-Rapport-Role", "admin")
                .header("X-Write-Key", "key")
                .header("X-User-Token", "token")
                .header("Connection", "keep-alive, X-Private")
                .header("X-Private", "mine")
                .header("X-Request-Id", "r-1")
                .get("/api/profiles?identity=userId:42&limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        // Then
        StubService.Seen seen = services.profile().seen().get(0);
        assertThat(seen.uri()).isEqualTo("/api/profiles?identity=userId:42&limit=2");
        assertThat(seen.headers())
                .doesNotContainKeys("X-Rapport-Role", "X-Write-Key", "X-User-Token", "X-Private")
                .containsEntry("X-Request-Id", "r-1")
                .containsEntry("X-Forwarded-For", "127.0.0.1");
        Caller caller = callerOf(seen);
        assertThat(caller.kind()).isEqualTo(Caller.Kind.OPERATOR);
        assertThat(caller.subject()).isEqualTo("ada");
        assertThat(caller.roles()).isEqualTo(Set.of(Role.ADMIN, Role.MARKETER));
    }

    @Test
    void whatTheCallerSaysOfTheBodyReachesTheService() {
        // Given
        services.recommendation().answers(seen -> Reply.json(200, "{}"));
        // When
        given().header("Authorization", "Bearer " + serverKey)
                .header("Idempotency-Key", "once")
                .contentType("application/json")
                .body("{}")
                .put("/api/catalog/products/1")
                .then()
                .statusCode(200);
        // Then
        StubService.Seen seen = services.recommendation().seen().get(0);
        assertThat(seen.headers().get("Content-Type")).startsWith("application/json");
        assertThat(seen.headers().get("Idempotency-Key")).isEqualTo("once");
    }

    @Test
    void aServerKeyIsHandedOnWithItsScopesAndItsBody() {
        // Given
        services.recommendation().answers(seen -> Reply.json(201, seen.body()));
        String product = "{\"title\":\"" + "x".repeat(200_000) + "\"}";
        // When
        given().header("Authorization", "Bearer " + serverKey)
                .contentType("application/json")
                .body(product)
                .put("/api/catalog/products/1")
                .then()
                .statusCode(201)
                .body(equalTo(product));
        // Then
        Caller caller = callerOf(services.recommendation().seen().get(0));
        assertThat(caller.kind()).isEqualTo(Caller.Kind.SERVER);
        assertThat(caller.scopes()).containsExactly("catalog:write");
    }

    @Test
    void aVisitorIsHandedOnWithTheProvenUser() {
        // Given
        services.campaign().answers(seen -> Reply.json(200, "{\"unread\":0}"));
        // When
        asVisitor()
                .header("X-User-Token", UserToken.of(web.secret(), "u1"))
                .header("Origin", "https://shop.example.com")
                .get("/v1/inbox")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
        // Then
        Caller caller = callerOf(services.campaign().seen().get(0));
        assertThat(caller.kind()).isEqualTo(Caller.Kind.VISITOR);
        assertThat(caller.sourceId()).isEqualTo(web.id());
        assertThat(caller.userId()).isEqualTo("u1");
    }

    @Test
    void aWriteKeyInTheBodyLetsAVisitorIn() {
        // Given
        services.survey().answers(seen -> Reply.json(200, "{}"));
        String body = "{\"data\":{\"writeKey\":\"x\"},\"writeKey\":\"" + web.writeKey() + "\"}";
        // When
        given().body(body).post("/v1/surveys/1/responses").then().statusCode(200);
        given().body("{}").post("/v1/surveys/1/responses").then().statusCode(401);
        // Then
        assertThat(services.survey().seen()).extracting(StubService.Seen::body).containsExactly(body);
    }

    @Test
    void loggingInNeedsNoCredential() {
        // Given
        services.profile().answers(seen -> Reply.json(200, "{\"accessToken\":\"t\"}"));
        // When
        given().contentType("application/json")
                .body("{\"username\":\"ada\",\"password\":\"p\"}")
                .post("/auth/token")
                .then()
                .statusCode(200)
                .body("accessToken", equalTo("t"));
        // Then
        assertThat(callerOf(services.profile().seen().get(0)).kind()).isEqualTo(Caller.Kind.ANONYMOUS);
    }

    @Test
    void whoMayNotIsToldSo() {
        asVisitor().get("/api/profiles").then().statusCode(403).contentType("application/problem+json");
        asAdmin().get("/v1/inbox").then().statusCode(403);
        given().get("/api/profiles").then().statusCode(401);
        given().get("/v1/inbox").then().statusCode(401);
        assertThat(services.profile().seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/nothing",
                "/v1/nothing",
                "/internal/clock",
                "/internal/visitors/resolve",
                "/api/profiles/../../internal/clock",
                "/api/profiles/%2e%2e/%2E%2e/internal/clock"
            })
    void whatTheContractDoesNotHaveIsNotFound(String path) {
        asAdmin()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:not-found"));
        assertThat(services.profile().seen()).isEmpty();
    }

    @Test
    void noServiceIsAskedForAnotherPathThanTheGatewayAllowed() {
        // When
        asAdmin().urlEncodingEnabled(false).get("/api/x/../profiles/%2e%2e/segments/%2Fa%20b");
        // Then
        assertThat(services.profile().seen().get(0).uri()).isEqualTo("/api/segments/%2Fa%20b");
    }

    @Test
    void aServicesOwnErrorIsHandedBackAsItIs() {
        // Given
        Map<String, String> headers = Map.of("Content-Type", "application/problem+json", "X-Own", "1");
        services.survey().answers(seen -> new Reply(422, headers, "{\"type\":\"urn:rapport:problem:x\"}", 0));
        // When, Then
        asAdmin()
                .get("/api/surveys/1")
                .then()
                .statusCode(422)
                .header("X-Own", "1")
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:x"));
    }

    @Test
    void aServiceThatIsAwayIsAProblemForAMomentOnly() {
        // Given
        services.survey().away();
        // When, Then
        asAdmin()
                .get("/api/surveys/1")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:rapport:problem:unavailable"));
        // Given
        services.survey().back();
        services.survey().answers(seen -> Reply.json(200, "{}"));
        // When, Then
        asAdmin().get("/api/surveys/1").then().statusCode(200);
    }
}
