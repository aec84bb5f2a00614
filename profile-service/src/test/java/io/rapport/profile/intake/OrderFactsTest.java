package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderFactsTest extends IntakeTestBase {
    private SentEvent order(String name, String id, String more) {
        return track(name, "{'order_id':'" + named(id) + "'" + (more.isEmpty() ? "" : "," + more) + "}")
                .user(named("anna"));
    }

    private SentEvent completed(String id, String revenue) {
        return order("Order Completed", id, "'revenue':" + revenue);
    }

    private JsonNode computed() {
        return profile("userId:" + named("anna")).path("computed");
    }

    private void assertMoney(String field, String amount) {
        assertThat(computed().path(field).path("amount").asText()).isEqualTo(amount);
    }

    @Test
    void anOrderCountsOnceWhoeverTellsOfItAndHoweverOften() {
        takeOneByOne(
                completed("1", "100"),
                completed("1", "100").source("app").at(NOON.plusSeconds(5)),
                completed("1", "95").backEnd().at(NOON.plusSeconds(9)),
                completed("2", "50").at(NOON.plusSeconds(60)));

        assertThat(computed().path("orderCount").asInt()).isEqualTo(2);
        assertMoney("revenue", "145.00");
        assertMoney("averageOrder", "72.50");
        assertThat(computed().path("firstOrderAt").asText())
                .isEqualTo(NOON.plusSeconds(9).toString());
        assertThat(computed().path("lastOrderAt").asText())
                .isEqualTo(NOON.plusSeconds(60).toString());
    }

    @Test
    void refundsAndCancellationsComeOffEvenWhenTheyComeFirst() {
        takeOneByOne(
                order("Order Refunded", "1", "'total':30").at(NOON.plusSeconds(60)),
                order("Order Cancelled", "2", "").at(NOON.plusSeconds(60)),
                completed("1", "100"),
                completed("2", "50"));

        assertThat(computed().path("orderCount").asInt()).isEqualTo(2);
        assertMoney("revenue", "70.00");
        assertMoney("averageOrder", "70.00");
    }

    @Test
    void otherCurrenciesAreKeptApart() {
        take(completed("1", "100"), completed("2", "50,'currency':'USD'"), completed("3", "9.5,'currency':'usd'"));

        assertThat(computed().path("orderCount").asInt()).isEqualTo(3);
        assertMoney("revenue", "100.00");
        assertThat(computed().path("otherRevenue").toString())
                .isEqualTo("[{\"amount\":\"59.50\",\"currency\":\"USD\"}]");
    }

    @Test
    void malformedMoneyIsStoredAndNotCounted() {
        take(completed("1", "100"), completed("2", "-5"), completed("3", "'lots'"), completed("4", "1e999999999"));

        assertThat(computed().path("orderCount").asInt()).isEqualTo(1);
        assertMoney("revenue", "100.00");
        assertThat(events(id("userId:" + named("anna")))).hasSize(4);
    }

    @Test
    void aRefundByTheBackEndReachesTheOrderOfAVisitorItDoesNotKnow() {
        take(track("Order Completed", "{'order_id':'" + named("1") + "','revenue':100}")
                .anonymous(named("phone")));

        take(track("Order Refunded", "{'order_id':'" + named("1") + "','total':40}")
                .user(named("desk"))
                .backEnd());

        assertThat(profile("anonymousId:" + named("phone"))
                        .at("/computed/revenue/amount")
                        .asText())
                .isEqualTo("60.00");
    }

    @Test
    void anotherVisitorsBrowserCannotCancelAnOrder() {
        take(completed("1", "100"));

        take(track("Order Cancelled", "{'order_id':'" + named("1") + "'}").anonymous(named("prankster")));

        assertMoney("revenue", "100.00");
    }

    @Test
    void whatTwoVisitorsSaidOfAnOrderAddsUpOnceTheyAreOne() {
        // Given: a refund that was somebody else's word
        take(track("Order Completed", "{'order_id':'" + named("1") + "','revenue':100}")
                .anonymous(named("phone")));
        take(order("Order Refunded", "1", "'total':40"));

        // When
        take(track("Signed In").user(named("anna")).anonymous(named("phone")));

        // Then
        assertMoney("revenue", "60.00");
        assertThat(computed().path("orderCount").asInt()).isEqualTo(1);
        assertThat(count(
                        "select count(*) from order_facts where profile_id <> $1 and profile_id in "
                                + "(select id from profile where merged_into = $1)",
                        id("userId:" + named("anna"))))
                .isZero();
    }

    @Test
    void whoSpokeOfAnothersOrderCanStillLogIn() {
        // Given: an order of Anna's that a visitor spoke of too
        take(completed("1", "100").backEnd());
        take(
                track("Order Completed", "{'order_id':'" + named("1") + "','revenue':90}")
                        .anonymous(named("phone")),
                track("Order Refunded", "{'order_id':'" + named("1") + "','total':40}")
                        .anonymous(named("phone")));
        take(track("Browsed").user(named("bob")));

        // When
        take(track("Signed In").user(named("bob")).anonymous(named("phone")));

        // Then
        assertThat(id("anonymousId:" + named("phone"))).isEqualTo(id("userId:" + named("bob")));
        assertMoney("revenue", "100.00");
        assertThat(profile("userId:" + named("bob")).at("/computed/orderCount").asInt())
                .isZero();
    }

    @Test
    void anOrderOfABrowserWhoseClockIsAheadWasMadeWhenItWasReceived() {
        take(completed("1", "100").at(NOON.plusSeconds(86_400)).received(NOON.plusSeconds(5)));

        assertThat(computed().path("lastOrderAt").asText())
                .isEqualTo(NOON.plusSeconds(5).toString());
    }

    @Test
    void theCategoriesOfOrdersAreFavouritesToo() {
        List<String> lines = List.of("{'category':'Lamps'}", "{'category':'Lamps'}", "{'category':'Beds'}");
        take(
                completed("1", "1,'products':[" + String.join(",", lines) + "]"),
                track("Product Added", "{'category':'Beds'}").user(named("anna")),
                track("Product Viewed", "{'category':'Beds'}").user(named("anna")));

        assertThat(computed().path("favouriteCategories").toString())
                .isEqualTo("[{\"category\":\"Beds\",\"count\":3},{\"category\":\"Lamps\",\"count\":2}]");
    }

    @Test
    void ordersOfTwoProfilesInOneBatchAreEachTheirOwn() {
        take(
                completed("1", "10"),
                track("Order Completed", "{'order_id':'" + named("2") + "','revenue':20}")
                        .user(named("bob")),
                completed("3", "30"));

        assertMoney("revenue", "40.00");
        assertThat(profile("userId:" + named("bob"))
                        .at("/computed/revenue/amount")
                        .asText())
                .isEqualTo("20.00");
        assertThat(UUID.fromString(profile("userId:" + named("bob")).path("id").asText()))
                .isNotEqualTo(id("userId:" + named("anna")));
    }
}
