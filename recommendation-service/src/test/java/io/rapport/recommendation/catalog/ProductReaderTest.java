package io.rapport.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.input.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductReaderTest {
    private static final String WHOLE = """
            {"id": "p", "title": "T", "description": "a\\nb", "url": "https://shop.example/p?x=1", "imageUrl": "/i.png",
             "brand": "B", "categories": ["A > B", "C"], "price": {"amount": "19.99", "currency": "EUR"},
             "listPrice": {"amount": "25", "currency": "EUR"}, "stock": 0, "countries": ["NL", "DE"],
             "attributes": {"b": [1, "x"], "a": true}, "tags": ["t"],
             "variants": [{"id": "v", "attributes": {"size": "S"}, "price": {"amount": "1", "currency": "EUR"}, "stock": 3}],
             "options": [{"id": "engraving", "any": {"thing": [1]}}]}""";

    @Test
    void wholeProductIsReadAndItsDocumentReadsAsTheSame() {
        Product product = read(WHOLE, new ArrayList<>());
        assertThat(product.attributes()).containsOnlyKeys("a", "b");
        assertThat(product.inStock()).isFalse();
        String document = ProductDocument.of(product);
        assertThat(ProductDocument.of(ProductDocument.read(document))).isEqualTo(document);
    }

    @Test
    void orderOfFieldsAndAttributesMakesNoOtherProduct() {
        Product one = read("{\"id\":\"p\",\"title\":\"T\",\"attributes\":{\"a\":1,\"b\":2.50}}", new ArrayList<>());
        Product other = read("{\"attributes\":{\"b\":2.50,\"a\":1},\"title\":\"T\",\"id\":\"p\"}", new ArrayList<>());
        assertThat(ProductDocument.of(one)).isEqualTo(ProductDocument.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id":"p"}                                                              | /title
            {"id":"p","title":" "}                                                  | /title
            {"id":"p","title":7}                                                    | /title
            {"id":"","title":"T"}                                                   | /id
            {"id":"a\\u0000b","title":"T"}                                          | /id
            {"id":"p","title":"half \\ud83d"}                                       | /title
            {"id":"p","title":"T","price":19.99}                                    | /price
            {"id":"p","title":"T","price":{"amount":19.99,"currency":"EUR"}}        | /price/amount
            {"id":"p","title":"T","price":{"amount":"-1","currency":"EUR"}}         | /price/amount
            {"id":"p","title":"T","price":{"amount":"1e3","currency":"EUR"}}        | /price/amount
            {"id":"p","title":"T","price":{"amount":"1","currency":"EURO"}}         | /price/currency
            {"id":"p","title":"T","price":{"amount":"1","currency":"XQZ"}}          | /price/currency
            {"id":"p","title":"T","price":{"amount":"1"}}                           | /price/currency
            {"id":"p","title":"T","price":{"amount":"1","currency":"EUR","x":1}}    | /price/x
            {"id":"p","title":"T","stock":-1}                                       | /stock
            {"id":"p","title":"T","stock":1.5}                                      | /stock
            {"id":"p","title":"T","stock":99999999999}                              | /stock
            {"id":"p","title":"T","url":"javascript:alert(1)"}                      | /url
            {"id":"p","title":"T","url":"//elsewhere.example"}                      | /url
            {"id":"p","title":"T","imageUrl":"no address"}                          | /imageUrl
            {"id":"p","title":"T","categories":["A > "]}                            | /categories/0
            {"id":"p","title":"T","categories":"A"}                                 | /categories
            {"id":"p","title":"T","countries":["NL","nld"]}                         | /countries/1
            {"id":"p","title":"T","countries":["nl"]}                               | /countries/0
            {"id":"p","title":"T","attributes":{"a":{"b":1}}}                       | /attributes/a
            {"id":"p","title":"T","attributes":{"a/b":[[1]]}}                       | /attributes/a~1b
            {"id":"p","title":"T","attributes":[]}                                  | /attributes
            {"id":"p","title":"T","tags":["x","x"]}                                 | /tags/1
            {"id":"p","title":"T","variants":[{"id":"v"},{"id":"v"}]}               | /variants/1
            {"id":"p","title":"T","variants":[{"stock":1}]}                         | /variants/0/id
            {"id":"p","title":"T","variants":[{"id":"v","stock":"1"}]}              | /variants/0/stock
            {"id":"p","title":"T","variants":[7]}                                   | /variants/0
            {"id":"p","title":"T","options":[{}]}                                   | /options/0/id
            {"id":"p","title":"T","options":[{"id":"o","x":"\\u0001"}]}             | /options
            {"id":"p","title":"T","a/b~c":1}                                        | /a~1b~0c
            """)
    void badFieldIsNamedByItsPointer(String json, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        read(json, errors);
        assertThat(errors).extracting(FieldError::pointer).contains(pointer);
    }

    @Test
    void everyMutilatedBodyIsReadOrRefusedAndNeverAnAccident() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 10_000; round++) {
            byte[] body = mutilated(random);
            String shown = "seed " + seed + ", round " + round;
            try {
                List<FieldError> errors = new ArrayList<>();
                JsonNode json = JsonBody.parse(body, ProductLimits.DOCUMENT);
                Product product = ProductReader.read(json, null, errors);
                PatchReader.read(json, null, new ArrayList<>());
                if (errors.isEmpty()) {
                    String document = ProductDocument.of(product);
                    assertThat(ProductDocument.of(ProductDocument.read(document)))
                            .as(shown)
                            .isEqualTo(document);
                } else {
                    refused++;
                }
            } catch (Problem problem) {
                assertThat(problem.type().status()).as(shown).isBetween(400, 499);
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError(shown + ": " + new String(body, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    private static byte[] mutilated(Random random) {
        byte[] body = WHOLE.getBytes(StandardCharsets.UTF_8);
        String[] values = {
            "null", "-1", "1e999", "\"\"", "[]", "{}", "true", "\"\\u0000\"", "\"\\udc00\"", "9".repeat(90)
        };
        int changes = random.nextInt(1, 4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(body.length);
            body = switch (random.nextInt(4)) {
                case 0 -> Arrays.copyOf(body, at);
                case 1 -> spliced(body, at, 1, new byte[] {(byte) random.nextInt(256)});
                case 2 -> spliced(body, at, random.nextInt(20), new byte[0]);
                default -> withValue(body, random, values[random.nextInt(values.length)]);
            };
            if (body.length == 0) {
                return body;
            }
        }
        return body;
    }

    /** Puts another value behind one of the colons. */
    private static byte[] withValue(byte[] body, Random random, String value) {
        String text = new String(body, StandardCharsets.UTF_8);
        int colon = text.indexOf(':', random.nextInt(Math.max(1, text.length())));
        int end = colon < 0 ? -1 : text.indexOf(',', colon);
        return end < 0
                ? body
                : (text.substring(0, colon + 1) + value + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] body, int at, int cut, byte[] put) {
        int end = Math.min(body.length, at + cut);
        byte[] spliced = new byte[at + put.length + body.length - end];
        System.arraycopy(body, 0, spliced, 0, at);
        System.arraycopy(put, 0, spliced, at, put.length);
        System.arraycopy(body, end, spliced, at + put.length, body.length - end);
        return spliced;
    }

    private static Product read(String json, List<FieldError> errors) {
        JsonNode body = JsonBody.parse(json.getBytes(StandardCharsets.UTF_8), ProductLimits.DOCUMENT);
        return ProductReader.read(body, null, errors);
    }
}
