package io.rapport.recommendation.catalog;

import static io.rapport.recommendation.testing.Shop.PRODUCTS;
import static io.rapport.recommendation.testing.Shop.euros;
import static io.rapport.recommendation.testing.Shop.marketer;
import static io.rapport.recommendation.testing.Shop.product;
import static io.rapport.recommendation.testing.Shop.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.TestCallers;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogResourceTest {
    @Test
    void productIsCreatedReplacedReadAndRemoved() {
        // Given
        Map<String, Object> lamp = product("Lamp");
        lamp.put("categories", List.of("Garden>Lamps", "Home > Light"));
        lamp.put("attributes", Map.of("colour", "green", "watts", 4.5, "sizes", List.of("S", "M")));
        lamp.put("variants", List.of(Map.of("id", "v1", "price", euros("18.00"), "stock", 2)));
        lamp.put("options", List.of(Map.of("id", "engraving", "longest", 20)));

        // When, Then
        put("cr-lamp", lamp).statusCode(201).body("id", equalTo("cr-lamp")).body("price.amount", equalTo("19.99"));
        put("cr-lamp", lamp).statusCode(200).body("categories", equalTo(List.of("Garden > Lamps", "Home > Light")));
        marketer()
                .get(PRODUCTS + "/cr-lamp")
                .then()
                .statusCode(200)
                .body("title", equalTo("Lamp"))
                .body("stock", equalTo(10))
                .body("attributes.colour", equalTo("green"))
                .body("variants[0].price.amount", equalTo("18.00"))
                .body("options[0].longest", equalTo(20));
        marketer().delete(PRODUCTS + "/cr-lamp").then().statusCode(204);
        marketer().get(PRODUCTS + "/cr-lamp").then().statusCode(404).contentType("application/problem+json");
        marketer().delete(PRODUCTS + "/cr-lamp").then().statusCode(404);
        put("cr-lamp", lamp).statusCode(201);
    }

    @Test
    void whatIsReadCanBePutBack() {
        // Given
        put("cr-round", product("Round", "tags", List.of("new", "gift"))).statusCode(201);
        String read = marketer().get(PRODUCTS + "/cr-round").asString();

        // When
        String again = marketer()
                .body(read)
                .put(PRODUCTS + "/cr-round")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(again).isEqualTo(read);
    }

    @Test
    void idsMayHoldWhatUrlsMustEscape() {
        // Given
        String id = "A/B 1%?é日";

        // When
        put(id, product("Odd")).statusCode(201).body("id", equalTo(id));

        // Then
        marketer().get(PRODUCTS + "/{id}", id).then().statusCode(200).body("title", equalTo("Odd"));
    }

    @Test
    void patchChangesPriceAndStockAndNothingElse() {
        // Given
        Map<String, Object> shoe = product("Shoe", "brand", "Pace");
        shoe.put("listPrice", euros("25.00"));
        shoe.put("variants", List.of(Map.of("id", "41", "stock", 1), Map.of("id", "42", "stock", 2)));
        put("cr-shoe", shoe).statusCode(201);
        String patch = """
                {"price": {"amount": "17.50", "currency": "EUR"}, "listPrice": null, "stock": 0,
                 "variants": [{"id": "42", "stock": 7}]}""";

        // When
        marketer().body(patch).patch(PRODUCTS + "/cr-shoe").then().statusCode(200);

        // Then
        marketer()
                .get(PRODUCTS + "/cr-shoe")
                .then()
                .body("title", equalTo("Shoe"))
                .body("brand", equalTo("Pace"))
                .body("price.amount", equalTo("17.50"))
                .body("listPrice", nullValue())
                .body("stock", equalTo(0))
                .body("variants.stock", equalTo(List.of(1, 7)));
    }

    @Test
    void patchOfNothingOrWithNonsenseIsRefused() {
        put("cr-patch", product("Patch")).statusCode(201);
        marketer().body("{\"stock\": 1}").patch(PRODUCTS + "/cr-none").then().statusCode(404);
        marketer()
                .body("{\"stock\": -1}")
                .patch(PRODUCTS + "/cr-patch")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/stock"));
        marketer()
                .body("{\"title\": \"Other\"}")
                .patch(PRODUCTS + "/cr-patch")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/title"));
        marketer()
                .body("{\"variants\": [{\"id\": \"none\", \"stock\": 1}]}")
                .patch(PRODUCTS + "/cr-patch")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/variants"));
    }

    @Test
    void listIsFilteredAndPaged() {
        // Given
        for (int i = 0; i < 5; i++) {
            Map<String, Object> one = product("Filter kettle " + i, "brand", i < 4 ? "Filterbrand" : "Other");
            one.put("categories", List.of("Filters > Kettles > Kind " + i));
            one.put("stock", i);
            put("cr-filter-" + i, one).statusCode(201);
        }

        // Then
        assertThat(ids("brand=Filterbrand"))
                .containsExactly("cr-filter-0", "cr-filter-1", "cr-filter-2", "cr-filter-3");
        assertThat(ids("category=Filters > Kettles")).hasSize(5);
        assertThat(ids("category=Filters > Kettles > Kind 3")).containsExactly("cr-filter-3");
        assertThat(ids("q=KETTLE 2")).containsExactly("cr-filter-2");
        assertThat(ids("brand=Filterbrand&inStock=false")).containsExactly("cr-filter-0");
        assertThat(ids("q=100%&brand=Filterbrand")).isEmpty();
    }

    @Test
    void textIsFoundWhateverTheCaseOfItsLettersAndWhateverTheAlphabet() {
        // Given
        put("cr-case-fr", product("CAFÉTIÈRE ÉLITE", "brand", "Œuvre")).statusCode(201);
        put("cr-case-ru", product("Чайник")).statusCode(201);

        // Then
        for (String q : List.of("cafétière é", "Cafétière É", "CAFÉTIÈRE", "œUVRE", "CR-CASE-FR")) {
            assertThat(ids("q=" + q)).as(q).containsExactly("cr-case-fr");
        }
        assertThat(ids("q=ЧАЙНИК")).containsExactly("cr-case-ru");
    }

    @Test
    void pagesHoldEveryProductOnce() {
        // Given
        for (int i = 0; i < 7; i++) {
            put("cr-page-" + i, product("Page", "brand", "Pagebrand")).statusCode(201);
        }

        // When
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = marketer()
                    .queryParam("brand", "Pagebrand")
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get(PRODUCTS)
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("cursor");
        } while (cursor != null);

        // Then
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void visitorsSeeWhetherAProductIsInStockButNotHowManyThereAre() {
        // Given
        Map<String, Object> mug = product("Mug", "tags", List.of("margin-high"));
        mug.put("countries", List.of("NL"));
        mug.put("variants", List.of(Map.of("id", "red", "stock", 0), Map.of("id", "blue", "stock", 3)));
        put("cr-mug", mug).statusCode(201);

        // Then
        given().header("Authorization", TestCallers.visitor("web", null))
                .get("/v1/products/cr-mug")
                .then()
                .statusCode(200)
                .body("title", equalTo("Mug"))
                .body("inStock", equalTo(true))
                .body("variants.inStock", equalTo(List.of(false, true)))
                .body("stock", nullValue())
                .body("tags", nullValue())
                .body("variants[1].stock", nullValue());
        given().header("Authorization", TestCallers.visitor("web", null))
                .get("/v1/products/cr-none")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyMarketersAndServersWithTheScopeMayWrite() {
        String body = "{\"title\": \"Guarded\"}";
        assertThat(status(TestCallers.operator(Role.ANALYST), body)).isEqualTo(403);
        assertThat(status(TestCallers.server("catalog:read"), body)).isEqualTo(403);
        assertThat(status(TestCallers.visitor("web", null), body)).isEqualTo(403);
        assertThat(status(TestCallers.nobody(), body)).isEqualTo(401);
        assertThat(status("Bearer forged", body)).isEqualTo(401);
        assertThat(status(TestCallers.server("catalog:write"), body)).isEqualTo(201);
        given().header("Authorization", TestCallers.operator(Role.SUPPORT))
                .get(PRODUCTS + "/cr-guarded")
                .then()
                .statusCode(200);
    }

    private static int status(String authorization, String body) {
        return given().header("Authorization", authorization)
                .contentType("application/json")
                .body(body)
                .put(PRODUCTS + "/cr-guarded")
                .statusCode();
    }

    private static List<String> ids(String query) {
        var request = marketer();
        for (String pair : query.split("&")) {
            request.queryParam(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return request.get(PRODUCTS).then().statusCode(200).extract().jsonPath().getList("items.id");
    }
}
