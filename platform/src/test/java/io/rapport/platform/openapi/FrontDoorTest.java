package io.rapport.platform.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.testing.Eventually;
import org.junit.jupiter.api.Test;

/** What every service shows to operators of the machines: its health, its metrics, its document. */
@QuarkusTest
class FrontDoorTest extends PlatformTest {
    @Test
    void theDocumentTellsOfProblemsCredentialsAndIdempotencyKeys() {
        String post = "paths.'/api/notes/parsed'.post.";
        given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.schemas.Problem.required", hasItem("type"))
                .body("components.schemas.Problem.properties.errors.items.$ref", containsString("FieldError"))
                .body(post + "responses.default.$ref", equalTo("#/components/responses/Problem"))
                .body(post + "parameters.$ref", hasItem("#/components/parameters/IdempotencyKey"))
                .body(post + "security[0]", hasKey("bearer"))
                .body("paths", not(hasKey("/internal/notes")));
    }

    @Test
    void metricsNameTheServiceAndShowTheJvm() {
        given().get("/metrics")
                .then()
                .statusCode(200)
                .body(containsString("jvm_memory_used_bytes"))
                .body(containsString("rapport_outbox_published_total"))
                .body(containsString("service=\"platform-test\""));
    }

    @Test
    void healthNamesWhatIsMissing() {
        // Given
        given().get("/health/started").then().statusCode(200);
        Eventually.passes(SOON, () -> given().get("/health/ready").then().statusCode(200));

        // When
        postgres.stop();

        // Then
        try {
            String health = given().get("/health/ready")
                    .then()
                    .statusCode(503)
                    .extract()
                    .asString();
            assertThat(health).contains("database", "does not answer").doesNotContain("password");
            given().get("/health/live").then().statusCode(200);
        } finally {
            postgres.start();
        }
        Eventually.passes(SOON, () -> given().get("/health/ready").then().statusCode(200));
    }
}
