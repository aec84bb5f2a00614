package io.rapport.recommendation.testing;

import static io.restassured.RestAssured.given;

import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.TestCallers;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/** A shop's back end: it fills the catalog over HTTP. */
public final class Shop {
    public static final String PRODUCTS = "/api/catalog/products";

    private Shop() {}

    /** A product with a title, a price and stock; more fields can be put into it. */
    public static Map<String, Object> product(String title) {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("title", title);
        product.put("price", euros("19.99"));
        product.put("stock", 10);
        return product;
    }

    public static Map<String, Object> product(String title, String field, Object value) {
        Map<String, Object> product = product(title);
        product.put(field, value);
        return product;
    }

    public static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    public static RequestSpecification marketer() {
        return given().header("Authorization", TestCallers.operator(Role.MARKETER))
                .contentType("application/json");
    }

    public static ValidatableResponse put(String id, Map<String, Object> product) {
        return marketer().body(product).put(PRODUCTS + "/{id}", id).then();
    }

    /** The product must be taken. */
    public static void stock(String id, Map<String, Object> product) {
        int status = put(id, product).extract().statusCode();
        if (status != 200 && status != 201) {
            throw new AssertionError("The product was not taken: " + status);
        }
    }

    public static Response bulk(byte[] lines) {
        return given().header("Authorization", TestCallers.server("catalog:write"))
                .contentType("application/x-ndjson")
                .body(lines)
                .post(PRODUCTS);
    }
}
