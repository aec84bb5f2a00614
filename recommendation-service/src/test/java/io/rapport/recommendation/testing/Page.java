package io.rapport.recommendation.testing;

import static io.restassured.RestAssured.given;

import io.rapport.platform.testing.TestCallers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of the shop that asks for recommendations, as the gateway does for it. */
public final class Page {
    private final Map<String, Object> body = new LinkedHashMap<>();

    private Page(@Nullable UUID visitor, List<String> consents) {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("profileId", visitor);
        who.put("known", visitor != null);
        who.put("segments", List.of());
        who.put("consents", consents);
        body.put("visitor", who);
    }

    public static Page of(UUID visitor) {
        return new Page(visitor, List.of("analytics", "personalization"));
    }

    public static Page ofSomebodyWhoRefuses(UUID visitor) {
        return new Page(visitor, List.of("analytics"));
    }

    public static Page ofAStranger() {
        return new Page(null, List.of());
    }

    /** With one more field in the request. */
    public Page with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    public Response ask(String... placements) {
        body.put("placements", List.of(placements));
        return given().header("Authorization", TestCallers.visitor("web", null))
                .contentType("application/json")
                .body(body)
                .post("/internal/recommendations");
    }

    /** The answer for one placement; anything but 200 is an error. */
    public JsonPath answer(String placement) {
        return ask(placement).then().statusCode(200).extract().jsonPath().setRootPath("placements.'" + placement + "'");
    }

    /** The products shown at a placement. */
    public List<String> products(String placement) {
        return answer(placement).getList("items.productId");
    }
}
