package io.rapport.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.testing.Surroundings;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong before any route looks at it. */
@QuarkusTest
@Surroundings
class ErrorsTest {
    private static String answer(String request) {
        try (RawHttp raw = new RawHttp(RestAssured.port)) {
            return raw.send(request).answer();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/v1/%zz", "/api/%"})
    void aPathThatCannotBeDecodedIsAProblem(String path) {
        assertThat(answer("GET " + path + " HTTP/1.1\nHost: localhost\n\n"))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json");
    }

    @Test
    void aBodyOfTwoLengthsIsRefused() {
        assertThat(
                        answer(
                                "POST /v1/page HTTP/1.1\nHost: localhost\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n"))
                .startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_200, 60_000})
    void anAddressThatIsTooLongIsAProblem(int length) {
        assertThat(answer("GET /" + "x".repeat(length) + " HTTP/1.1\nHost: localhost\n\n"))
                .startsWith("HTTP/1.1 414")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("urn:rapport:problem:uri-too-long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /v1/decide | POST, OPTIONS",
                "PUT | /v1/decide | POST, OPTIONS",
                "GET | /v1/recommendations/home | POST, OPTIONS",
                "POST | /v1/projects/key/settings | GET, HEAD, OPTIONS",
                "GET | /v1/track | POST, OPTIONS",
                "DELETE | /v1/m/ | POST, OPTIONS",
                "GET | /api/dev/clock | PUT",
                "POST | /openapi | GET, HEAD"
            })
    void anotherMethodIsToldWhichOnesFit(String method, String path, String allowed) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", equalTo(allowed))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:method-not-allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/health/ready", "/health/live", "/health/started", "/metrics", "/docs/"})
    void headTellsWhatGetWould(String path) {
        Response get = given().get(path);
        given().head(path).then().statusCode(get.statusCode()).contentType(get.contentType());
    }

    @Test
    void headTellsHowLongTheWholeDescriptionIs() {
        int length = given().get("/openapi").asByteArray().length;
        given().head("/openapi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Content-Length", Integer.toString(length));
    }
}
