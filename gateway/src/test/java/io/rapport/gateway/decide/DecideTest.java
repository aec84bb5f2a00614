package io.rapport.gateway.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventsJson;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.StubService.Reply;
import io.rapport.gateway.testing.StubService.Seen;
import io.rapport.gateway.testing.StubServices;
import io.rapport.gateway.testing.Surroundings;
import io.rapport.gateway.testing.UserToken;
import io.rapport.platform.testing.Eventually;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call for a page, against services that behave as their contract says, or do not. */
@QuarkusTest
@Surroundings
class DecideTest {
    private static final String TOP = "home.top-picks";
    private static final String ASK = "{\"anonymousId\":\"a\",\"placements\":[\"home.top-picks\"]}";

    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    StandIns standIns;

    StubServices services;

    private static boolean warm;

    private Shop.Source web;
    private String serverKey;

    @BeforeEach
    void openShop() {
        services.reset();
        services.profile().answers(seen -> Reply.json(200, """
                {"profileId":"6f1c2d3e-0000-4000-8000-000000000001","known":true,"segments":["vip"],
                 "consents":["personalization"],"locale":"nl-NL","country":"NL"}"""));
        services.recommendation().answers(DecideTest::recommend);
        serverKey = shop.serverKey(shop.source(SourceType.SERVER));
        web = ready.knows(shop.source(SourceType.WEB));
        if (!warm) {
            warmUp();
        }
    }

    /** The first question of all loads classes, which on a busy machine takes longer than an answer may. */
    private void warmUp() {
        String ask = "{\"anonymousId\":\"a\",\"placements\":[\"warm\"]}";
        Eventually.passes(
                Duration.ofSeconds(60),
                () -> decide(asVisitor(), ask).statusCode(200).body("degraded", empty()));
        Eventually.within(
                Duration.ofSeconds(10),
                () -> asked(services.recommendation().seen()).stream()
                        .anyMatch(one -> !one.at("/visitor/known").booleanValue()));
        services.profile().seen().clear();
        services.recommendation().seen().clear();
        warm = true;
    }

    /** Recommends a product that tells for whom, in each placement; knows no placement whose name begins with x. */
    private static Reply recommend(Seen seen) {
        JsonNode asked = EventsJson.read(seen.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        String product = asked.at("/visitor/known").booleanValue() ? "personal" : "popular";
        StringBuilder answer = new StringBuilder();
        for (JsonNode placement : asked.get("placements")) {
            if (placement.textValue().startsWith("x")) {
                return new Reply(
                        422,
                        Map.of("Content-Type", "application/problem+json"),
                        "{\"type\":\"urn:rapport:problem:unknown-placement\",\"status\":422}",
                        0);
            }
            answer.append(answer.isEmpty() ? "" : ",").append("""
                    "%s":{"items":[{"productId":"%s","score":0.5,"because":{"text":"}{"}}],"model":"m","decisionId":"d"}""".formatted(placement.textValue(), product));
        }
        return Reply.json(200, "{\"took\":{\"placements\":1},\"placements\":{" + answer + "}}");
    }

    private RequestSpecification asVisitor() {
        return given().header("Authorization", web.basic());
    }

    private static ValidatableResponse decide(RequestSpecification request, String body) {
        return request.body(body).post("/v1/decide").then();
    }

    private List<JsonNode> asked(List<Seen> seen) {
        return seen.stream()
                .map(one -> EventsJson.read(one.body().getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
    }

    @Test
    void aPageIsPutTogetherFromItsParts() {
        // When
        ValidatableResponse answer = decide(asVisitor(), """
                {"anonymousId":"a","context":{"page":"home","locale":"de-DE","cart":["p1"]},"unknown":1,
                 "placements":["home.top-picks","home.trending"],
                 "include":["navigation","experiences","survey","experiments","inbox"]}""");
        // Then
        answer.statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("placements.'home.top-picks'.items[0].productId", equalTo("personal"))
                .body("placements.'home.top-picks'.items[0].because.text", equalTo("}{"))
                .body("placements.'home.trending'.decisionId", equalTo("d"))
                .body("navigation", empty())
                .body("experiences", empty())
                .body("survey", nullValue())
                .body("experiments.size()", equalTo(0))
                .body("inbox.unread", equalTo(0))
                .body("segments", contains("vip"))
                .body("degraded", empty());
        assertThat(asked(services.profile().seen())).first().hasToString("{\"anonymousId\":\"a\"}");
        JsonNode question = asked(services.recommendation().seen()).stream()
                .filter(one -> one.at("/visitor/known").booleanValue())
                .findFirst()
                .orElseThrow();
        assertThat(question.at("/visitor/profileId").textValue()).startsWith("6f1c2d3e");
        assertThat(question.at("/visitor/locale").textValue()).isEqualTo("de-DE");
        assertThat(question.at("/visitor/country").textValue()).isEqualTo("NL");
        assertThat(question.at("/visitor/consents/0").textValue()).isEqualTo("personalization");
        assertThat(question.at("/cart/0").textValue()).isEqualTo("p1");
        assertThat(question.at("/context/page").textValue()).isEqualTo("home");
    }

    @Test
    void readingAsAUserTakesProof() {
        String asUser = "{\"userId\":\"u1\",\"placements\":[]}";
        decide(asVisitor(), asUser).statusCode(401);
        decide(asVisitor().header("X-User-Token", UserToken.of(web.secret(), "u2")), asUser)
                .statusCode(403);
        decide(asVisitor().header("X-User-Token", UserToken.of(web.secret(), "u1")), asUser)
                .statusCode(200);
        decide(given().header("Authorization", "Bearer " + serverKey), asUser).statusCode(200);
        assertThat(asked(services.profile().seen()))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).hasToString("{\"userId\":\"u1\"}"));
    }

    @Test
    void theUserTokenSaysWhoItIsEvenWhenThePageDoesNot() {
        // When
        decide(asVisitor().header("X-User-Token", UserToken.of(web.secret(), "u1")), ASK)
                .statusCode(200);
        // Then
        assertThat(asked(services.profile().seen())).first().hasToString("{\"userId\":\"u1\"}");
    }

    @Test
    void theWriteKeyMayStandInTheBody() {
        decide(given(), "{\"anonymousId\":\"a\",\"writeKey\":\"" + web.writeKey() + "\"}")
                .statusCode(200);
        decide(given(), "{\"anonymousId\":\"a\"}").statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /anonymousId",
                "{'anonymousId':''} | /anonymousId",
                "{'anonymousId':7} | /anonymousId",
                "{'anonymousId':'a\\u0000'} | /anonymousId",
                "{'userId':['u']} | /userId",
                "{'anonymousId':'a','placements':'home'} | /placements",
                "{'anonymousId':'a','placements':['p',3]} | /placements/1",
                "{'anonymousId':'a','include':['navigation','magic']} | /include/1",
                "{'anonymousId':'a','context':[]} | /context",
                "{'anonymousId':'a','context':{'cart':'full'}} | /cart"
            })
    void whatIsWrongIsPointedAt(String body, String pointer) {
        decide(asVisitor(), body.replace('\'', '"'))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "7", "{\"anonymousId\":\"a\"} x", "{\"anonymousId\":\"a\""})
    void whatIsNoJsonObjectIsABadRequest(String body) {
        decide(asVisitor(), body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anUnknownPlacementCannotBeDecided() {
        decide(asVisitor(), "{\"anonymousId\":\"a\",\"placements\":[\"xyz\"]}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:unknown-placement"));
    }

    @Test
    void withoutProfilesTheVisitorIsUnknownAndTheAnswerSaysSo() {
        // Given
        services.profile().away();
        // When, Then
        decide(asVisitor(), ASK)
                .statusCode(200)
                .body("placements.'home.top-picks'.items[0].productId", equalTo("popular"))
                .body("segments", empty())
                .body("degraded", contains("profile"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404, 200})
    void aBrokenProfileServiceIsAsGoodAsNone(int status) {
        // Given
        services.profile().answers(seen -> Reply.json(status, "not JSON"));
        // When, Then
        decide(asVisitor(), ASK).statusCode(200).body("degraded", contains("profile"));
    }

    @Test
    void aLatePartIsNotWaitedFor() {
        // Given
        services.profile().answers(seen -> Reply.json(200, "{}").late(5_000));
        services.recommendation().answers(seen -> Reply.json(200, "{}").late(5_000));
        // When
        long start = System.nanoTime();
        decide(asVisitor(), "{\"anonymousId\":\"a\",\"placements\":[\"late\"]}")
                .statusCode(200)
                .body("placements.size()", equalTo(0))
                .body("degraded", contains("profile", "placements"));
        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aProfileServiceThatTakesABreathIsWaitedFor() {
        // Given
        services.profile()
                .answers(seen -> Reply.json(200, "{\"known\":true,\"segments\":[\"vip\"]}")
                        .late(200));
        // When, Then
        decide(asVisitor(), ASK)
                .statusCode(200)
                .body("segments", contains("vip"))
                .body("degraded", empty());
    }

    @ParameterizedTest
    @CsvSource({"de, DE", "AT, AT", "Germany, NL", "D1, NL", "'', NL"})
    void aPageSaysItsCountryInTwoLettersOrNotAtAll(String said, String told) {
        // When
        decide(
                        asVisitor(),
                        "{\"anonymousId\":\"a\",\"placements\":[\"land\"],\"context\":{\"country\":\"" + said + "\"}}")
                .statusCode(200);
        // Then
        assertThat(asked(services.recommendation().seen()))
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.at("/visitor/country").textValue()).isEqualTo(told));
    }

    @Test
    void whatWasRefusedIsNotKeptToBeAskedForAgain() {
        // When
        decide(asVisitor(), "{\"anonymousId\":\"a\",\"placements\":[\"x-refused\"]}")
                .statusCode(422);
        // Then
        Eventually.within(
                Duration.ofSeconds(10),
                () -> asked(services.recommendation().seen()).stream()
                        .anyMatch(one -> !one.at("/visitor/known").booleanValue()));
        Eventually.within(Duration.ofSeconds(10), () -> !standIns.placements().contains("x-refused"));
    }

    @Test
    void withoutRecommendationsThePopularOnesStandIn() {
        // Given
        String ask = "{\"anonymousId\":\"a\",\"placements\":[\"stand-in\",\"never-seen\"]}";
        decide(asVisitor(), "{\"anonymousId\":\"a\",\"placements\":[\"stand-in\"]}")
                .body("placements.stand-in.items[0].productId", equalTo("personal"));
        Eventually.within(
                Duration.ofSeconds(10),
                () -> asked(services.recommendation().seen()).stream()
                        .anyMatch(one -> !one.at("/visitor/known").booleanValue()));
        services.recommendation().away();
        // When, Then
        Eventually.passes(
                Duration.ofSeconds(10),
                () -> decide(asVisitor(), ask)
                        .statusCode(200)
                        .body("placements.stand-in.items[0].productId", equalTo("popular"))
                        .body("placements.stand-in.decisionId", nullValue())
                        .body("placements.never-seen", nullValue())
                        .body("degraded", contains("placements")));
        asVisitor()
                .body("{\"anonymousId\":\"a\"}")
                .post("/v1/recommendations/stand-in")
                .then()
                .statusCode(200)
                .body("items[0].productId", equalTo("popular"))
                .body("degraded", contains("placements"));
    }

    @Test
    void onePlacementCanBeAskedForAlone() {
        asVisitor()
                .body("{\"anonymousId\":\"a\",\"productId\":\"p\",\"cart\":[\"c\"],\"limit\":3}")
                .post("/v1/recommendations/" + TOP)
                .then()
                .statusCode(200)
                .body("items[0].productId", equalTo("personal"))
                .body("model", equalTo("m"))
                .body("decisionId", equalTo("d"));
        JsonNode question = asked(services.recommendation().seen()).stream()
                .filter(one -> one.has("productId"))
                .findFirst()
                .orElseThrow();
        assertThat(question.get("limit").intValue()).isEqualTo(3);
        assertThat(question.at("/cart/0").textValue()).isEqualTo("c");
        assertThat(question.at("/placements/0").textValue()).isEqualTo(TOP);
    }

    @Test
    void onePlacementAloneIsRefusedLikeSeveral() {
        asVisitor()
                .body("{\"anonymousId\":\"a\"}")
                .post("/v1/recommendations/xyz")
                .then()
                .statusCode(422);
        asVisitor()
                .body("{\"userId\":\"u\"}")
                .post("/v1/recommendations/" + TOP)
                .then()
                .statusCode(401);
        asVisitor()
                .body("{\"anonymousId\":\"a\",\"limit\":0}")
                .post("/v1/recommendations/" + TOP)
                .then()
                .statusCode(400);
        services.recommendation().away();
        asVisitor()
                .body("{\"anonymousId\":\"a\"}")
                .post("/v1/recommendations/never-asked-before")
                .then()
                .statusCode(503)
                .header("Retry-After", "1");
    }
}
