package io.rapport.profile.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.intake.People;
import io.rapport.profile.testing.ServiceTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileResourceTest extends ServiceTest {
    @Inject
    People people;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final String anna = "anna-" + own;
    private final String bob = "bob-" + own;
    private final String email = anna + "@example.com";

    private UUID anna() {
        people.visits("phone-" + own);
        people.logsIn(
                anna,
                "phone-" + own,
                "{'email':'" + email
                        + "','name':'Anna','plan':'gold','address':{'street':'Keizersgracht 1','country':'NL'}}");
        people.orders(anna, "o-" + own, "99.95");
        return people.id("userId:" + anna);
    }

    @Test
    void showsWhoSomebodyIsAndWhatTheyDid() {
        UUID id = anna();

        admin().get("/api/profiles/" + id)
                .then()
                .statusCode(200)
                .body("identities.type", contains("userId", "email", "anonymousId"))
                .body("identities.value", contains(anna, email, "phone-" + own))
                .body("traits.plan", equalTo("gold"))
                .body("provenance.plan.source", equalTo("web"))
                .body("computed.orderCount", equalTo(1))
                .body("computed.revenue", equalTo(Map.of("amount", "99.95", "currency", "EUR")))
                .body("computed.averageOrder.amount", equalTo("99.95"))
                .body("computed.favouriteCategories.category", contains("Lamps"))
                .body("computed.lastSeenAt", notNullValue())
                .body("segments", hasItems("location-european-union", "one-time-shoppers"));
        admin().get("/api/profiles/" + id + "/identities").then().body("items", hasSize(3));
        admin().get("/api/profiles/" + id + "/segments").then().body("items", hasItem("one-time-shoppers"));
    }

    @Test
    void findsByEveryIdentityInAnyNotation() {
        UUID id = anna();

        for (String identity : List.of("userId:" + anna, "email: " + email.toUpperCase(Locale.ROOT))) {
            admin().queryParam("identity", identity)
                    .get("/api/profiles")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id.toString()));
        }
        admin().get("/api/profiles?identity=userId:nobody-" + own).then().body("items", hasSize(0));
        admin().get("/api/profiles?identity=shoe:43").then().statusCode(400);
    }

    @Test
    void pagesThroughEventsNewestFirst() {
        UUID id = anna();

        JsonPath first = admin().get("/api/profiles/" + id + "/events?limit=2").jsonPath();
        JsonPath second = admin().queryParam("cursor", first.getString("cursor"))
                .get("/api/profiles/" + id + "/events?limit=2")
                .jsonPath();

        assertThat(first.getList("items.name")).hasSize(2);
        assertThat(second.getList("items.name")).hasSize(1);
        assertThat(second.getString("cursor")).isNull();
        List<Object> ids = new ArrayList<>(first.getList("items.id"));
        ids.addAll(second.getList("items.id"));
        assertThat(ids).doesNotHaveDuplicates();
        admin().get("/api/profiles/" + id + "/events?name=Order Completed")
                .then()
                .body("items.name", contains("Order Completed"));
        admin().get("/api/profiles/" + id + "/events?to=2026-03-01T12:00:00Z")
                .then()
                .body("items", hasSize(0));
        admin().get("/api/profiles/" + id + "/events?from=yesterday").then().statusCode(400);
    }

    @Test
    void listsByFilterAndPage() {
        UUID id = anna();
        people.visits("other-" + own);
        UUID other = people.id("anonymousId:other-" + own);

        admin().get("/api/profiles?kind=user&limit=500").then().body("items.id", hasItem(id.toString()));
        admin().get("/api/profiles?kind=anonymous&limit=500")
                .then()
                .body("items.id", hasItem(other.toString()))
                .body("items.id", not(hasItem(id.toString())));
        admin().get("/api/profiles?trait=email:" + email).then().body("items.id", contains(id.toString()));
        admin().get("/api/profiles?seenTo=2001-01-01T00:00:00Z").then().body("items.id", not(hasItem(id.toString())));
        String cursor = admin().get("/api/profiles?limit=1").jsonPath().getString("cursor");
        admin().queryParam("cursor", cursor)
                .get("/api/profiles?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
        admin().get("/api/profiles?kind=alien").then().statusCode(400);
    }

    @Test
    void findsByTraitsOfEveryKindAndDepth() {
        people.logsIn(
                anna,
                "phone-" + own,
                "{'own':'" + own + "','shoe':42.0,'vip':true,'size':'42','home.town':'Delft','address':{'country':'"
                        + own + "'}}");
        String id = people.id("userId:" + anna).toString();

        for (String trait :
                List.of("own:" + own, "shoe:42", "vip:true", "size:42", "home.town:Delft", "address.country:" + own)) {
            admin().queryParam("trait", trait)
                    .get("/api/profiles?limit=500")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
        }
        for (String trait : List.of("shoe:43", "vip:false", "address.country:NL", "country:" + own, "..:x")) {
            admin().queryParam("trait", trait)
                    .get("/api/profiles?limit=500")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(id)));
        }
        admin().get("/api/profiles?trait=nonsense").then().statusCode(400);
    }

    @Test
    void pagesThroughIdentitiesAndSegments() {
        UUID id = anna();
        String path = "/api/profiles/" + id + "/identities?limit=2";

        JsonPath first = admin().get(path).jsonPath();
        JsonPath second = admin().queryParam("cursor", first.getString("cursor"))
                .get(path)
                .jsonPath();

        assertThat(first.getList("items.type")).isEqualTo(List.of("userId", "email"));
        assertThat(second.getList("items.type")).isEqualTo(List.of("anonymousId"));
        assertThat(second.getString("cursor")).isNull();
        admin().get("/api/profiles/" + id + "/identities?limit=0").then().statusCode(400);
        admin().get("/api/profiles/" + id + "/identities?cursor=bm9uc2Vuc2U")
                .then()
                .statusCode(400);
        admin().get("/api/profiles/" + id + "/segments?limit=0").then().statusCode(400);
    }

    @Test
    void anAnalystSeesFiguresAndNoContactDetails() {
        UUID id = anna();

        String seen = as(TestCallers.operator(Role.ANALYST))
                .get("/api/profiles/" + id)
                .then()
                .statusCode(200)
                .body("traits.email", equalTo("a***@example.com"))
                .body("traits.name", equalTo("A***"))
                .body("traits.address.country", equalTo("NL"))
                .body("traits.plan", equalTo("gold"))
                .extract()
                .asString();
        String events = as(TestCallers.operator(Role.ANALYST))
                .get("/api/profiles/" + id + "/events")
                .asString();

        assertThat(seen + events).doesNotContain(email).doesNotContain("Keizersgracht");
        as(TestCallers.operator(Role.SUPPORT)).get("/api/profiles/" + id).then().body("traits.email", equalTo(email));
        as(TestCallers.server("profiles:read"))
                .get("/api/profiles/" + id)
                .then()
                .body("traits.email", equalTo(email));
    }

    @Test
    void isForThoseWhoMay() {
        as(TestCallers.visitor("web", null)).get("/api/profiles").then().statusCode(403);
        as(TestCallers.server("catalog:read")).get("/api/profiles").then().statusCode(403);
        as(TestCallers.nobody()).get("/api/profiles").then().statusCode(401);
        as(TestCallers.operator(Role.ANALYST))
                .body("{\"with\":\"" + UUID.randomUUID() + "\"}")
                .post("/api/profiles/" + UUID.randomUUID() + "/merge")
                .then()
                .statusCode(403);
        admin().get("/api/profiles/" + UUID.randomUUID()).then().statusCode(404);
        admin().get("/api/profiles/not-an-id").then().statusCode(404);
    }

    @Test
    void anOperatorMakesOneOfTwoUsers() {
        // Given
        UUID id = anna();
        people.logsIn(bob, "laptop-" + own, "{'shoe':43}");
        people.orders(bob, "o2-" + own, "10");
        UUID other = people.id("userId:" + bob);

        // When
        String body = "{\"with\":\"" + other + "\"}";
        admin().body(body)
                .post("/api/profiles/" + id + "/merge")
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("identities.value", containsInAnyOrder(anna, bob, email, "phone-" + own, "laptop-" + own))
                .body("computed.orderCount", equalTo(2))
                .body("computed.revenue.amount", equalTo("109.95"))
                .body("traits.shoe", equalTo(43));

        // Then
        admin().get("/api/profiles/" + other).then().body("id", equalTo(id.toString()));
        assertThat(people.id("userId:" + bob)).isEqualTo(id);
        admin().body(body).post("/api/profiles/" + id + "/merge").then().statusCode(200);
        admin().body("{\"with\":\"" + UUID.randomUUID() + "\"}")
                .post("/api/profiles/" + id + "/merge")
                .then()
                .statusCode(404);
        admin().body("{}").post("/api/profiles/" + id + "/merge").then().statusCode(400);
        assertThat(count(
                        "select count(*) from identity_link where kind = 'operator' and left_value in ($1, $2)",
                        anna,
                        bob))
                .isEqualTo(1);
    }
}
