package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.rapport.platform.testing.Eventually;
import io.rapport.profile.valuation.Valuation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What customers are worth beside each other, from their orders to traits and segments. */
@QuarkusTest
@TestProfile(ValuationTest.OwnCustomers.class)
class ValuationTest extends IntakeTestBase {
    private static final Duration LEARNING = Duration.ofSeconds(60);

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    /** So that no other test's customers are among them. */
    public static class OwnCustomers extends OwnShop {
        /** Called by Quarkus. */
        public OwnCustomers() {
            super("EUR");
        }
    }

    @Inject
    Valuation valuation;

    private SentEvent order(String customer, int number, int daysAgo, String revenue) {
        return track(
                        "Order Completed",
                        "{'order_id':'" + named(customer) + "-" + number + "','revenue':" + revenue
                                + ",'products':[{'product_id':'" + named("coffee") + "','quantity':1}]}")
                .user(named(customer))
                .at(today.minus(daysAgo, ChronoUnit.DAYS));
    }

    private JsonNode computed(String customer) {
        return profile("userId:" + named(customer)).path("computed");
    }

    /** The service learns by itself too, and then leaves it at that. */
    private void learnUntil(BooleanSupplier judged) {
        Eventually.within(LEARNING, () -> {
            valuation.learn().await().atMost(LEARNING);
            return judged.getAsBoolean();
        });
    }

    /** Nobody spends the same each time, or buys by the clock, and a third stopped: else there is nothing to fit. */
    private SentEvent order(int customer, int number) {
        int stopped = customer % 3 == 0 ? 400 : 5;
        int daysAgo = stopped + customer + number * (10 + customer) + (customer * 7 + number * 13) % 11;
        int amount = (10 + customer) * (7 + (customer + 3 * number) % 7);
        return order("c" + customer, number, daysAgo, "" + amount);
    }

    private void shop() {
        List<SentEvent> orders = new ArrayList<>();
        for (int customer = 0; customer < 60; customer++) {
            for (int number = 0; number <= customer % 6 + 1; number++) {
                orders.add(order(customer, number));
            }
        }
        for (int number = 0; number < 30; number++) {
            orders.add(order("best", number, number * 7, "900"));
        }
        orders.add(order("gone", 0, 3_000, "1"));
        take(orders);
    }

    @Test
    void customersAreJudgedBesideAllOthersAndSegmentsFollow() {
        // Given
        shop();
        String segment = named("champions");
        admin().body(SentEvent.json(
                                "{'name':'Champions','condition':{'trait':'computed.rfm.segment','op':'eq','value':'champions'}}")
                        .toString())
                .put("/api/segments/" + segment);
        Eventually.within(
                SOON,
                () -> get("/api/segments/" + segment).path("state").asText().equals("ready"));

        // When
        learnUntil(() -> computed("best").has("rfm") && computed("best").has("probabilityAlive"));
        JsonNode best = profile("userId:" + named("best"));

        // Then
        assertThat(best.at("/computed/rfm/segment").asText()).isEqualTo("champions");
        assertThat(best.path("segments").toString()).contains(segment);
        assertThat(best.at("/computed/probabilityAlive").asDouble()).isGreaterThan(0.5);
        assertThat(best.at("/computed/lifetimeValue/amount").asDouble()).isPositive();
        assertThat(computed("gone").at("/rfm/recency").asInt()).isEqualTo(1);
        assertThat(computed("gone").at("/rfm/monetary").asInt()).isEqualTo(1);
    }

    @Test
    void whoBoughtOnceIsToldWhenOthersBuyAgain() {
        // Given
        shop();
        take(order("once", 0, 1, "5"));
        JsonNode before = computed("once").path("replenishment");

        // When
        learnUntil(() -> !computed("once").path("replenishment").isEmpty());

        // Then
        JsonNode due = computed("once").at("/replenishment/0");
        assertThat(before).isEmpty();
        assertThat(due.path("productId").asText()).isEqualTo(named("coffee"));
        assertThat(due.path("intervalDays").asInt()).isPositive();
    }

    @Test
    void whoseOrdersAreAllCancelledIsWorthNothingMoreThatIsSaid() {
        // Given
        take(order("sorry", 0, 3, "50"));
        learnUntil(() -> computed("sorry").has("rfm"));
        JsonNode before = computed("sorry").path("rfm");

        // When
        take(track("Order Cancelled", "{'order_id':'" + named("sorry") + "-0'}")
                .user(named("sorry"))
                .at(today.minus(2, ChronoUnit.DAYS)));
        learnUntil(() -> !computed("sorry").has("rfm"));

        // Then
        assertThat(before.path("frequency").asInt()).isPositive();
        assertThat(computed("sorry").has("probabilityAlive")).isFalse();
    }
}
