package io.rapport.recommendation.catalog;

import static io.rapport.recommendation.testing.Shop.PRODUCTS;
import static io.rapport.recommendation.testing.Shop.bulk;
import static io.rapport.recommendation.testing.Shop.marketer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.TestCallers;
import io.rapport.recommendation.testing.Rows;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BulkTest {
    private static final int MANY = 50_000;

    @Inject
    Rows rows;

    @Test
    void fiftyThousandProductsGoInWithinAMinuteAndASecondTimeChangesNothing() {
        // Given
        byte[] lines = lines("bk-many-", MANY);

        // When
        long began = System.nanoTime();
        JsonPath first = bulk(lines).then().statusCode(200).extract().jsonPath();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        JsonPath second = bulk(lines).then().statusCode(200).extract().jsonPath();

        // Then
        assertThat(first.getInt("accepted")).isEqualTo(MANY);
        assertThat(first.getInt("created")).isEqualTo(MANY);
        assertThat(second.getInt("accepted")).isEqualTo(MANY);
        assertThat(second.getInt("unchanged")).isEqualTo(MANY);
        assertThat(took).isLessThan(Duration.ofMinutes(1));
        assertThat(rows.count("select sum(version)::bigint from product where id like 'bk-many-%'", Tuple.tuple()))
                .as("versions: no change was made, so none was announced")
                .isEqualTo(MANY);
    }

    @Test
    void badLinesAreToldByNumberAndTheRestIsTaken() {
        // Given
        String lines = String.join(
                "\n",
                "\uFEFF{\"id\": \"bk-good-1\", \"title\": \"One\"}",
                "",
                "{\"id\": \"bk-bad\", \"title\": \"T\", \"colour\": \"red\"}",
                "{\"id\": \"bk-bad\", \"title\": \"T\", \"price\": {\"amount\": \"-1\", \"currency\": \"EUR\"}}",
                "{\"id\": \"bk-bad\", \"title\": \"T\"",
                "{\"title\": \"nameless\"}",
                "{\"id\": \"bk-bad\", \"title\": \"" + "x".repeat(300_000) + "\"}",
                "{\"id\": \"bk-bad\", \"title\": \"a\\u0000b\"}",
                "[1]",
                "{\"id\": \"bk-good-2\", \"title\": \"Two\"}\r");

        // When
        var answer = bulk(lines.getBytes(StandardCharsets.UTF_8)).then();

        // Then
        answer.statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejectedCount", equalTo(7))
                .body("rejected.line", equalTo(List.of(3, 4, 5, 6, 7, 8, 9)))
                .body("rejected[0].detail", containsString("colour"))
                .body("rejected[0].errors[0].pointer", equalTo("/colour"))
                .body("rejected[1].errors[0].pointer", equalTo("/price/amount"))
                .body("rejected[4].detail", containsString("longer"));
        marketer().get(PRODUCTS + "/bk-good-2").then().statusCode(200);
        marketer().get(PRODUCTS + "/bk-bad").then().statusCode(404);
    }

    @Test
    void onlyTheFirstRejectedLinesAreListedAndAllAreCounted() {
        byte[] lines = "{}\n".repeat(1_500).getBytes(StandardCharsets.UTF_8);
        bulk(lines)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejectedCount", equalTo(1_500))
                .body("rejected", hasSize(1_000));
    }

    @Test
    void laterLineOfTheSameProductWins() {
        String lines = "{\"id\": \"bk-twice\", \"title\": \"First\"}\n{\"id\": \"bk-twice\", \"title\": \"Second\"}\n";
        bulk(lines.getBytes(StandardCharsets.UTF_8)).then().statusCode(200).body("accepted", equalTo(2));
        marketer().get(PRODUCTS + "/bk-twice").then().body("title", equalTo("Second"));
    }

    @Test
    void gzipIsTakenAndABrokenStreamIsToldWithoutHalfAProduct() throws IOException {
        // Given
        byte[] zipped = gzip(lines("bk-zip-", 2_000));

        // When, Then
        compressed(zipped).then().statusCode(200).body("accepted", equalTo(2_000));
        compressed(Arrays.copyOf(zipped, zipped.length / 2))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("gzip"));
        compressed("no gzip".getBytes(StandardCharsets.UTF_8)).then().statusCode(400);
        given().header("Authorization", TestCallers.operator(Role.MARKETER))
                .header("Content-Encoding", "br")
                .contentType("application/x-ndjson")
                .body(new byte[] {'x'})
                .post(PRODUCTS)
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/octet-stream", "application/x-jsonlines", "application/x-ndjson"
            })
    void linesAreReadWhateverTheirTypeIsCalled(String type) {
        given().header("Authorization", TestCallers.operator(Role.MARKETER))
                .contentType(type)
                .body(lines("bk-type-", 1))
                .post(PRODUCTS)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        marketer().get(PRODUCTS + "/bk-type-0").then().statusCode(200);
    }

    @Test
    void pricesAndStockChangeInBulk() {
        // Given
        bulk(lines("bk-patch-", 3)).then().statusCode(200);
        String patches = """
                {"id": "bk-patch-0", "stock": 0}
                {"id": "bk-patch-1", "price": {"amount": "1.00", "currency": "EUR"}}
                {"id": "bk-patch-none", "stock": 1}
                """;

        // When
        given().header("Authorization", TestCallers.server("catalog:*"))
                .contentType("text/plain")
                .body(patches)
                .patch(PRODUCTS)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected.line", equalTo(List.of(3)));

        // Then
        marketer().get(PRODUCTS + "/bk-patch-0").then().body("stock", equalTo(0));
        marketer().get(PRODUCTS + "/bk-patch-1").then().body("price.amount", equalTo("1.00"));
    }

    @Test
    void uploadsOfTheSameProductsAtTheSameTimeBothSucceed() {
        // Given
        byte[] forward = lines("bk-race-", 3_000);
        byte[] backward = reversed(forward);

        // When
        List<CompletableFuture<Integer>> uploads = List.of(
                CompletableFuture.supplyAsync(() -> bulk(forward).jsonPath().getInt("accepted")),
                CompletableFuture.supplyAsync(() -> bulk(backward).jsonPath().getInt("accepted")));

        // Then
        uploads.forEach(upload -> assertThat(upload.join()).isEqualTo(3_000));
        assertThat(rows.count("select count(*) from product where id like 'bk-race-%' and version = 1", Tuple.tuple()))
                .isEqualTo(3_000);
    }

    private static byte[] lines(String prefix, int count) {
        StringBuilder lines = new StringBuilder(count * 500);
        for (int i = 0; i < count; i++) {
            lines.append("{\"id\":\"" + prefix + i + "\",\"title\":\"Product number " + i + "\",\"description\":\""
                    + "A thing of beauty that nobody knew they needed. ".repeat(5) + "\",\"brand\":\"Brand " + i % 50
                    + "\",\"url\":\"https://shop.example/p/" + i + "\",\"categories\":[\"Bulk > Kind " + i % 20
                    + "\"],\"price\":{\"amount\":\"" + (5 + i % 90) + ".99\",\"currency\":\"EUR\"},\"stock\":" + i % 7
                    + ",\"attributes\":{\"weight\":" + i % 13 + ".5,\"colour\":\"red\"}}\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] reversed(byte[] lines) {
        List<String> list = new ArrayList<>(List.of(new String(lines, StandardCharsets.UTF_8).split("\n")));
        StringBuilder reversed = new StringBuilder();
        IntStream.range(0, list.size())
                .forEach(i -> reversed.append(list.get(list.size() - 1 - i)).append('\n'));
        return reversed.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Response compressed(byte[] body) {
        return given().header("Authorization", TestCallers.operator(Role.MARKETER))
                .header("Content-Encoding", "gzip")
                .contentType("application/x-ndjson")
                .body(body)
                .post(PRODUCTS);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
