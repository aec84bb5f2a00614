package io.rapport.recommendation.placement;

import static io.rapport.recommendation.testing.Shop.marketer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.TestCallers;
import io.rapport.recommendation.testing.Page;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PlacementResourceTest {
    private static final String PLACEMENTS = "/api/placements/";

    @Test
    void theFiveOfTheContractStandFromTheStart() {
        marketer()
                .get("/api/placements")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        hasItems(
                                "home.top-picks",
                                "home.recently-viewed",
                                "home.trending",
                                "product.similar",
                                "cart.also-bought"));
    }

    @Test
    void pagesHoldEveryPlacementOnceInTheOrderOfTheirIds() {
        // Given
        List<String> all = marketer().get("/api/placements").jsonPath().getList("items.id");

        // When
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = marketer()
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/api/placements")
                    .jsonPath();
            assertThat(page.getList("items")).hasSizeBetween(1, 2);
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("cursor");
        } while (cursor != null);

        // Then
        assertThat(seen).isEqualTo(all).isSorted();
        marketer().get("/api/placements?limit=0").then().statusCode(400);
        marketer().get("/api/placements?cursor=%2A").then().statusCode(400);
    }

    @Test
    void placementIsMadeServedChangedAndRemoved() {
        // Given
        String popular =
                "{\"strategies\": [{\"type\": \"popular\"}], \"limit\": 3, \"fallbacks\": [\"home.trending\"]}";

        // When, Then
        put("pl-mine", popular).statusCode(201).body("limit", equalTo(3)).body("rules.bought", equalTo("exclude"));
        Page.ofAStranger().ask("pl-mine").then().statusCode(200);
        String read = marketer()
                .get(PLACEMENTS + "pl-mine")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        put("pl-mine", read).statusCode(200);
        marketer().delete(PLACEMENTS + "pl-mine").then().statusCode(204);
        marketer().get(PLACEMENTS + "pl-mine").then().statusCode(404);
        marketer().delete(PLACEMENTS + "pl-mine").then().statusCode(404);
        Page.ofAStranger().ask("pl-mine").then().statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                     | /strategies
            {"strategies":[]}                                                                      | /strategies
            {"strategies":[{"type":"magic"}]}                                                      | /strategies/0/type
            {"strategies":[{"type":"popular"},{"weight":0.5}]}                                     | /strategies/1/type
            {"strategies":[{"type":"popular"},{"type":null}]}                                      | /strategies/1/type
            {"strategies":[{"type":"popular","weight":-1}]}                                        | /strategies/0/weight
            {"strategies":[{"type":"popular"},{"type":"popular"}]}                                 | /strategies/1/type
            {"strategies":[{"type":"popular"}],"limit":0}                                          | /limit
            {"strategies":[{"type":"popular"}],"limit":101}                                        | /limit
            {"strategies":[{"type":"popular"}],"fallbacks":["none.such"]}                          | /fallbacks/0
            {"strategies":[{"type":"popular"}],"fallbacks":["pl-bad"]}                             | /fallbacks/0
            {"strategies":[{"type":"popular"}],"rules":{"bought":"maybe"}}                         | /rules/bought
            {"strategies":[{"type":"popular"}],"rules":{"boughtWindow":"90 days"}}                 | /rules/boughtWindow
            {"strategies":[{"type":"popular"}],"rules":{"boughtWindow":"P0D"}}                     | /rules/boughtWindow
            {"strategies":[{"type":"popular"}],"colour":"red"}                                     | /colour
            {"strategies":[{"type":"popular"}],"id":"other"}                                       | /id
            """)
    void badFieldIsNamedByItsPointer(String body, String pointer) {
        put("pl-bad", body).statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void fallbacksMayNotGoRoundInCirclesNorLoseWhatTheyLeanOn() {
        // Given
        put("pl-c1", fallingBackOn("home.trending")).statusCode(201);
        put("pl-c2", fallingBackOn("pl-c1")).statusCode(201);
        put("pl-c3", fallingBackOn("pl-c2")).statusCode(201);

        // When, Then
        put("pl-c1", fallingBackOn("pl-c3"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fallbacks/0"))
                .body("errors[0].detail", containsString("circles"));
        marketer().delete(PLACEMENTS + "pl-c1").then().statusCode(409).body("detail", containsString("pl-c2"));
        for (String id : new String[] {"pl-c3", "pl-c2", "pl-c1"}) {
            marketer().delete(PLACEMENTS + id).then().statusCode(204);
        }
    }

    @Test
    void onlyMarketersMayWrite() {
        int status = given().header("Authorization", TestCallers.operator(Role.ANALYST))
                .contentType("application/json")
                .body(fallingBackOn("home.trending"))
                .put(PLACEMENTS + "pl-guarded")
                .statusCode();
        assertThat(status).isEqualTo(403);
        put("PL upper", fallingBackOn("home.trending")).statusCode(400);
    }

    private static ValidatableResponse put(String id, String body) {
        return marketer().body(body).put(PLACEMENTS + "{id}", id).then();
    }

    private static String fallingBackOn(String other) {
        return "{\"strategies\": [{\"type\": \"session\"}], \"fallbacks\": [\"" + other + "\"]}";
    }
}
