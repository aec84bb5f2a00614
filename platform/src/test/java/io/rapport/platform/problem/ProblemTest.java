package io.rapport.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.testing.TestCallers;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemTest extends PlatformTest {
    private static RequestSpecification admin() {
        return given().header("Authorization", TestCallers.admin());
    }

    private static Response post(String body) {
        return admin().contentType("application/json").body(body).post("/api/notes/parsed");
    }

    private static ValidatableResponse problem(Response response, int status, String type) {
        assertThat(response.asString()).doesNotContain("Exception", "java.", "io.rapport", "com.", "NoteRequest");
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:" + type))
                .body("status", is(status));
    }

    @Test
    void aWellFormedBodyIsTaken() {
        post("{\"title\":\"a\",\"stars\":3,\"lines\":[{\"text\":\"b\",\"amount\":1.50,\"at\":\"2026-01-01T00:00:00Z\"}]}")
                .then()
                .statusCode(200)
                .body("lines[0].at", equalTo("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"titel\":\"a\"}|/titel|Unknown field 'titel'.",
                "{\"lines\":[{\"text\":\"a\"},{\"a/b~c\":1}]}|/lines/1/a~1b~0c|Unknown field 'a/b~c'.",
                "{\"stars\":\"many\"}|/stars|The value is not of the type that this field takes.",
                "{\"stars\":99999999999}|/stars|The value is not of the type that this field takes.",
                "{\"stars\":1.5}|/stars|The value is not of the type that this field takes.",
                "{\"title\":{\"a\":1}}|/title|The value is not of the type that this field takes.",
                "{\"lines\":\"a\"}|/lines|The value is not of the type that this field takes.",
                "{\"lines\":[7]}|/lines/0|The value is not of the type that this field takes.",
                "{\"lines\":[{\"at\":\"tomorrow\"}]}|/lines/0/at|The value is not of the type that this field takes."
            })
    void aBadFieldIsNamedByItsPointer(String body, String pointer, String detail) {
        problem(post(body), 400, "invalid-request")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", equalTo(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":", "{]", "nul", "[1,2]", "\"text\"", "{\"title\":\"\u0000\"}", "{} {}x"})
    void aBodyThatIsNotTheExpectedJsonIsRefused(String body) {
        problem(post(body), 400, "invalid-request");
    }

    @ParameterizedTest
    @MethodSource
    void whatWouldTakeAParserFarIsRefused(Supplier<String> body) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/notes/parsed"))
                                .header("Authorization", TestCallers.admin())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.get()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("urn:rapport:problem:invalid-request")
                .doesNotContain("Exception", "java.");
    }

    /** REST Assured would print these, and runs out of memory. */
    static Stream<Named<Supplier<String>>> whatWouldTakeAParserFarIsRefused() {
        return Stream.of(
                Named.of("nesting without end", () -> "{\"lines\":" + "[".repeat(50_000)),
                Named.of("a text for a number", () -> "{\"stars\":\"" + "9".repeat(1_000_000) + "\"}"),
                Named.of("a number of a million digits", () -> "{\"stars\":" + "9".repeat(1_000_000) + "}"));
    }

    private static final String TYPED = "/api/notes/typed/018f0000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource({
        "limit, abc",
        "limit, 1.5",
        "limit, 99999999999",
        "limit, 0",
        "limit, 501",
        "cursor, not base64!",
        "inStock, yes",
        "profile, 7"
    })
    void aBadParameterOfTheQueryIsNamed(String name, String value) {
        problem(admin().queryParam(name, value).get(TYPED), 400, "invalid-request")
                .body("errors[0].pointer", equalTo("/" + name));
    }

    @Test
    void goodParametersOfTheQueryAreTaken() {
        String profile = "018f0000-0000-7000-8000-000000000002";

        assertThat(admin().queryParam("limit", 7)
                        .queryParam("inStock", true)
                        .queryParam("profile", profile)
                        .get(TYPED)
                        .asString())
                .isEqualTo("7 true " + profile);
        assertThat(admin().get(TYPED).asString()).isEqualTo("50 null null");
    }

    @Test
    void whatIsNoIdInThePathIsNotFound() {
        problem(admin().get("/api/notes/typed/7"), 404, "not-found");
    }

    @Test
    void whatHttpRefusesIsAProblemToo() {
        problem(admin().get("/api/nothing/here"), 404, "not-found");
        problem(admin().get("/api/notes/parsed"), 405, "method-not-allowed");
        problem(
                admin().contentType("application/xml").body("<a/>").post("/api/notes/parsed"),
                415,
                "unsupported-media-type");
        problem(
                admin().accept("image/png")
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/notes/parsed"),
                406,
                "not-acceptable");
    }

    @Test
    void theUnforeseenIsToldWithoutItsInsides() {
        problem(admin().get("/api/notes/unforeseen"), 500, "internal")
                .body("detail", equalTo("The error is in our logs."));
    }
}
