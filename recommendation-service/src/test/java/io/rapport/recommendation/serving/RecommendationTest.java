package io.rapport.recommendation.serving;

import static io.rapport.recommendation.testing.Shop.PRODUCTS;
import static io.rapport.recommendation.testing.Shop.marketer;
import static io.rapport.recommendation.testing.Shop.product;
import static io.rapport.recommendation.testing.Shop.stock;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.rapport.recommendation.testing.Models;
import io.rapport.recommendation.testing.Page;
import io.rapport.recommendation.testing.Rows;
import io.rapport.recommendation.testing.Visitors;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop of phones and teas: whoever looks at a phone goes on to its case and its charger, and buys all three. */
@QuarkusTest
class RecommendationTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PICKS = "home.top-picks";
    private static boolean open;

    @Inject
    Visitors visitors;

    @Inject
    Rows rows;

    @BeforeEach
    void openTheShop() {
        if (open) {
            return;
        }
        for (String id : List.of("phone", "case", "charger", "cable", "stand", "tea", "mug", "kettle")) {
            Map<String, Object> product = product("The " + id, "categories", List.of("Things > " + id));
            stock("rt-" + id, product);
        }
        for (int i = 0; i < 25; i++) {
            shops("rt-phone", "rt-case", "rt-charger", "rt-cable", "rt-stand");
            shops("rt-tea", "rt-mug", "rt-kettle");
        }
        Eventually.within(SOON, rows::caughtUp);
        Models.retrain();
        open = true;
    }

    @Test
    void visitorIsShownWhatVisitorsLikeThemWentOnToAndTold() {
        // Given
        UUID visitor = visitorWhoViewed("rt-phone");

        // When
        JsonPath answer = Page.of(visitor).answer(PICKS);

        // Then
        List<String> products = answer.getList("items.productId");
        assertThat(products.subList(0, 4)).containsExactlyInAnyOrder("rt-case", "rt-charger", "rt-cable", "rt-stand");
        assertThat(products).doesNotContain("rt-phone").doesNotHaveDuplicates();
        assertThat(answer.getString("items[0].because.model")).isEqualTo("session-knn");
        assertThat(answer.getString("items[0].because.text")).isEqualTo("Because you viewed The phone");
        assertThat(answer.getString("items[0].because.evidence[0].productId")).isEqualTo("rt-phone");
        assertThat(answer.getString("items[0].price.amount")).isEqualTo("19.99");
        assertThat(answer.getString("model")).startsWith("behaviour:");
        assertThat(UUID.fromString(answer.getString("decisionId")).version()).isEqualTo(7);
        List<Float> scores = answer.getList("items.score");
        assertThat(scores).isSortedAccordingTo((one, other) -> Float.compare(other, one));
    }

    @Test
    void boughtProductLeavesThePicksAndTheListStaysFull() {
        // Given
        UUID visitor = visitorWhoViewed("rt-phone");
        Page page = Page.of(visitor).with("limit", 5);
        assertThat(page.products(PICKS)).contains("rt-case").hasSize(5);

        // When
        visitors.buys(visitor, "rt-order-" + visitor, "rt-case");

        // Then
        Eventually.within(Duration.ofSeconds(5), () -> !page.products(PICKS).contains("rt-case"));
        assertThat(page.products(PICKS)).hasSize(5);
    }

    @Test
    void consumableMayBeBoughtAgain() {
        // Given
        stock("rt-coffee", product("Coffee", "tags", List.of("consumable")));
        UUID visitor = visitors.consenting();
        visitors.buys(visitor, "rt-order-" + visitor, "rt-coffee", "rt-tea");
        visitors.views(visitor, "rt-coffee");
        visitors.views(visitor, "rt-tea");
        Eventually.within(SOON, () -> rows.interactions(visitor) == 4);

        // Then
        assertThat(Page.of(visitor).products("home.recently-viewed")).containsExactly("rt-coffee");
    }

    @Test
    void stockOutLeavesTheAnswerWithinASecondAndComesBack() {
        // Given
        Page page = Page.ofAStranger().with("productId", "rt-phone");
        assertThat(page.products("product.similar")).contains("rt-stand");

        // When
        marketer().body("{\"stock\": 0}").patch(PRODUCTS + "/rt-stand").then().statusCode(200);

        // Then
        Eventually.within(
                Duration.ofSeconds(1), () -> !page.products("product.similar").contains("rt-stand"));
        marketer().body("{\"stock\": 5}").patch(PRODUCTS + "/rt-stand").then().statusCode(200);
        Eventually.within(
                Duration.ofSeconds(1), () -> page.products("product.similar").contains("rt-stand"));
    }

    @Test
    void whatCannotBeSoldInTheVisitorsCountryIsLeftOut() {
        // Given
        stock("rt-cable", product("The cable", "countries", List.of("DE", "AT")));
        Page page = Page.ofAStranger().with("productId", "rt-phone");

        // Then
        assertThat(page.with("context", Map.of("country", "de")).products("product.similar"))
                .contains("rt-cable");
        assertThat(page.with("context", Map.of("country", "NL")).products("product.similar"))
                .doesNotContain("rt-cable");
        stock("rt-cable", product("The cable"));
    }

    @Test
    void removedProductIsGoneFromEveryList() {
        // Given
        stock("rt-gone", product("Gone"));
        UUID visitor = visitorWhoViewed("rt-gone");
        assertThat(Page.of(visitor).products("home.recently-viewed")).containsExactly("rt-gone");

        // When
        marketer().delete(PRODUCTS + "/rt-gone").then().statusCode(204);

        // Then
        Eventually.within(
                Duration.ofSeconds(1),
                () -> Page.of(visitor).products("home.recently-viewed").isEmpty());
    }

    @Test
    void cartBringsWhatIsBoughtWithItButNotWhatIsInIt() {
        // When
        JsonPath answer = Page.ofAStranger()
                .with("cart", List.of("rt-phone", Map.of("productId", "rt-case"), 7, Map.of()))
                .answer("cart.also-bought");

        // Then
        List<String> products = answer.getList("items.productId");
        assertThat(products.subList(0, 3)).containsExactlyInAnyOrder("rt-charger", "rt-cable", "rt-stand");
        assertThat(products).doesNotContain("rt-phone", "rt-case");
        assertThat(answer.getString("items[0].because.text")).startsWith("Often bought with The ");
    }

    @Test
    void cartOfTenThousandIsAnsweredAndALargerOneRefused() {
        List<String> cart = IntStream.range(0, 10_000).mapToObj(i -> "rt-x" + i).toList();
        Page.ofAStranger().with("cart", cart).ask("cart.also-bought").then().statusCode(200);
        List<String> more = IntStream.range(0, 10_001).mapToObj(i -> "rt-x" + i).toList();
        Page.ofAStranger()
                .with("cart", more)
                .ask("cart.also-bought")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/cart"));
    }

    @Test
    void strangerGetsWhatIsPopularAndEveryItemSaysWhy() {
        JsonPath answer = Page.ofAStranger().answer(PICKS);
        assertThat(answer.getList("items")).isNotEmpty();
        assertThat(answer.getList("items.because.text", String.class))
                .allSatisfy(text -> assertThat(text).isIn("Popular now", "New in the shop"));
        assertThat(Page.ofAStranger().products("home.recently-viewed")).isEmpty();
    }

    @Test
    void whoRefusesPersonalizationGetsWhatAStrangerGets() {
        // Given
        UUID visitor = visitorWhoViewed("rt-phone");

        // Then
        assertThat(Page.ofSomebodyWhoRefuses(visitor).products(PICKS))
                .isEqualTo(Page.ofAStranger().products(PICKS));
        assertThat(Page.ofSomebodyWhoRefuses(visitor).products("home.recently-viewed"))
                .isEmpty();
    }

    @Test
    void unknownPlacementIsNamedByItsPointer() {
        Page.ofAStranger()
                .ask("home.trending", "home.nothing")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:unknown-placement"))
                .body("errors.pointer", equalTo(List.of("/placements/1")));
    }

    @Test
    void nonsenseIsRefusedByItsPointer() {
        for (Object limit : List.of(0, -1, 101, 1_000_000_000, 10_000_000_000L, "five", 1.5)) {
            Page.ofAStranger()
                    .with("limit", limit)
                    .ask(PICKS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/limit"));
        }
        Page.ofAStranger().with("productId", 7).ask(PICKS).then().statusCode(400);
        Page.ofAStranger().with("cart", "x").ask(PICKS).then().statusCode(400);
        Page.ofAStranger().ask().then().statusCode(400).body("errors.pointer", hasItem("/placements"));
        for (String body :
                List.of("", "[]", "null", "{", "{\"visitor\":{\"profileId\":\"x\"},\"placements\":[\"a\"]}")) {
            given().header("Authorization", TestCallers.visitor("web", null))
                    .contentType("application/json")
                    .body(body)
                    .post("/internal/recommendations")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().contentType("application/json")
                .body("{}")
                .post("/internal/recommendations")
                .then()
                .statusCode(401);
    }

    private UUID visitorWhoViewed(String product) {
        UUID visitor = visitors.consenting();
        visitors.views(visitor, product);
        Eventually.within(SOON, () -> rows.interactions(visitor) == 1);
        return visitor;
    }

    /** Views all of them, one after the other, and then buys them. */
    private void shops(String... products) {
        UUID visitor = visitors.consenting();
        for (int i = 0; i < products.length; i++) {
            visitors.viewsAt(visitor, products[i], visitors.now().minusSeconds(60L * (products.length - i)));
        }
        visitors.buys(visitor, "rt-shopped-" + visitor, products);
    }
}
