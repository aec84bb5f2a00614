package io.rapport.gateway.operations;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.testing.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What probes, dashboards and developers look at, all without a credential. */
@QuarkusTest
@Surroundings
class OperationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started"})
    void healthIsUp(String path) {
        given().get(path).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void readinessSaysThatAccessIsLoaded() {
        given().get("/health/ready").then().body("checks.name", hasItem("access"));
    }

    @Test
    void theApiIsDescribed() {
        given().accept("application/json")
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/v1/batch'.post.summary", containsString("batch"))
                .body("paths.'/v1/decide'.post.summary", containsString("page"));
        given().get("/docs/").then().statusCode(200).contentType(containsString("text/html"));
    }

    @Test
    void metricsAreThere() {
        given().get("/metrics").then().statusCode(200).body(containsString("http_server_requests_seconds"));
    }
}
