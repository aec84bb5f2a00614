package io.rapport.profile.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.intake.People;
import io.rapport.profile.testing.ServiceTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisitorResourceTest extends ServiceTest {
    @Inject
    People people;

    @Inject
    RedisDataSource redis;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final String anna = "anna-" + own;
    private final String phone = "phone-" + own;

    private static ValidatableResponse resolve(String caller, String field, String value) {
        return as(caller)
                .body("{\"" + field + "\":\"" + value + "\"}")
                .post("/internal/visitors/resolve")
                .then();
    }

    private static String browser(String provedUserId) {
        return TestCallers.visitor("web", provedUserId);
    }

    @BeforeEach
    void annaLogsIn() {
        people.visits(phone);
    }

    @Test
    void anAnonymousVisitorIsKnownByTheirBrowsersId() {
        resolve(browser(null), "anonymousId", phone)
                .statusCode(200)
                .body("known", equalTo(true))
                .body("consents", containsInAnyOrder("analytics", "personalization", "marketing", "advertising"))
                .body("segments", hasSize(0))
                .body("profileId", equalTo(people.id("anonymousId:" + phone).toString()));
    }

    @Test
    void onceTheyAreAUserAPublicKeyGetsTheUnknownVisitorsAnswer() {
        // Given: the hot view has them as a visitor
        resolve(browser(null), "anonymousId", phone).body("known", equalTo(true));

        // When
        people.logsIn(anna, phone, "{'locale':'nl-NL','address':{'country':'NL'}}");

        // Then
        resolve(browser(null), "anonymousId", phone)
                .statusCode(200)
                .body("known", equalTo(false))
                .body("profileId", nullValue())
                .body("traits", equalTo(Map.of()));
        resolve(browser(anna), "anonymousId", phone)
                .body("known", equalTo(true))
                .body("traits.locale", equalTo("nl-NL"))
                .body("traits.country", equalTo("NL"));
        resolve(browser("bob-" + own), "anonymousId", phone).body("known", equalTo(false));
        resolve(TestCallers.server(), "userId", anna).body("known", equalTo(true));
    }

    @Test
    void readingByUserIdNeedsThatUsersToken() {
        resolve(browser(null), "userId", anna).statusCode(401);
        resolve(browser("bob"), "userId", anna).statusCode(403);
        resolve(browser(anna), "userId", anna).statusCode(200).body("known", equalTo(false));
        resolve(TestCallers.nobody(), "anonymousId", phone).statusCode(401);
        resolve(TestCallers.admin(), "anonymousId", phone).statusCode(403);
        as(browser(null)).body("{}").post("/internal/visitors/resolve").then().statusCode(400);
    }

    @Test
    void aWithdrawalShowsAtOnce() {
        resolve(browser(null), "anonymousId", phone).body("consents", hasSize(4));

        people.withdraws(phone, "{'personalization':false}");

        resolve(browser(null), "anonymousId", phone)
                .body("consents", containsInAnyOrder("analytics", "marketing", "advertising"));
    }

    private String hot() {
        String json = redis.value(String.class).get("visitor:anonymousId:" + phone);
        return json == null ? "" : json;
    }

    @Test
    void theHotViewIsFilledOnAMissAndAFlushCostsNothingButTime() {
        resolve(browser(null), "anonymousId", phone).body("known", equalTo(true));
        Eventually.within(
                SOON, () -> hot().contains(people.id("anonymousId:" + phone).toString()));

        redis.execute("FLUSHDB");
        assertThat(hot()).isEmpty();

        resolve(browser(null), "anonymousId", phone).body("known", equalTo(true));
    }

    @Test
    void whoIsUnknownGetsTheDefaults() {
        resolve(browser(null), "anonymousId", "nobody-" + own)
                .statusCode(200)
                .body("known", equalTo(false))
                .body("consents", hasSize(0));
        assertThat(count("select count(*) from identifier where value = $1", "nobody-" + own))
                .isZero();
    }
}
