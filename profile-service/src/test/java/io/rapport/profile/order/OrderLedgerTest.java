package io.rapport.profile.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.profile.order.OrderEvidence.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderLedgerTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static OrderEvidence evidence(
            Kind kind, UUID profile, boolean trusted, int minute, String amount, String currency) {
        return new OrderEvidence(
                "o-1",
                kind,
                profile,
                trusted,
                NOON.plusSeconds(60L * minute),
                "web",
                "m-" + minute,
                amount == null ? null : new BigDecimal(amount),
                currency,
                Map.of(),
                List.of());
    }

    private static OrderEvidence with(OrderEvidence evidence, OrderLine... lines) {
        return new OrderEvidence(
                evidence.orderId(),
                evidence.kind(),
                evidence.profileId(),
                evidence.trusted(),
                evidence.at(),
                evidence.sourceId(),
                evidence.messageId(),
                evidence.amount(),
                evidence.currency(),
                evidence.categories(),
                List.of(lines));
    }

    private static OrderLine line(String product, String price, int quantity) {
        return new OrderLine(product, price == null ? null : new BigDecimal(price), BigDecimal.valueOf(quantity));
    }

    private static CustomerOrder add(OrderEvidence... evidence) {
        return OrderLedger.add(List.of(evidence), "EUR").orElseThrow();
    }

    @Test
    void refundsComeOffWhateverCameFirst() {
        CustomerOrder order = add(
                evidence(Kind.REFUNDED, ANNA, false, 5, "10", null),
                evidence(Kind.COMPLETED, ANNA, false, 0, "100", null),
                evidence(Kind.REFUNDED, ANNA, false, 6, "15.50", "EUR"));

        assertThat(order.net()).isEqualByComparingTo("74.50");
        assertThat(order.currency()).isEqualTo("EUR");
    }

    @Test
    void nothingIsOwedWhenMoreIsPaidBackThanWasPaid() {
        CustomerOrder order = add(
                evidence(Kind.COMPLETED, ANNA, false, 0, "100", null),
                evidence(Kind.REFUNDED, ANNA, false, 1, "80", null),
                evidence(Kind.REFUNDED, ANNA, false, 2, "80", null));

        assertThat(order.net()).isEqualByComparingTo("0");
    }

    @Test
    void aRefundWithoutAnAmountIsOfAllOfIt() {
        CustomerOrder order = add(
                evidence(Kind.COMPLETED, ANNA, false, 0, "100", null),
                evidence(Kind.REFUNDED, ANNA, false, 1, null, null));

        assertThat(order.net()).isEqualByComparingTo("0");
    }

    @Test
    void aRefundOfProductsWithoutPricesIsOfWhatTheyWereSoldFor() {
        CustomerOrder order = add(
                with(
                        evidence(Kind.COMPLETED, ANNA, false, 0, "100", null),
                        line("lamp", "30", 2),
                        line("bed", "40", 1)),
                with(evidence(Kind.REFUNDED, ANNA, false, 1, null, null), line("lamp", null, 1)));

        assertThat(order.net()).isEqualByComparingTo("70");
    }

    @Test
    void aBackEndsCompletionWithoutProductsLeavesThePricesToTheBrowsers() {
        CustomerOrder order = add(
                evidence(Kind.COMPLETED, ANNA, true, 2, "100", null),
                with(evidence(Kind.COMPLETED, ANNA, false, 0, "100", null), line("lamp", "30", 2)),
                with(evidence(Kind.REFUNDED, ANNA, true, 3, null, null), line("lamp", null, 1)));

        assertThat(order.net()).isEqualByComparingTo("70");
    }

    @Test
    void aRefundOfProductsThatNobodyPricedIsLeftOut() {
        CustomerOrder order = add(
                evidence(Kind.COMPLETED, ANNA, false, 0, "100", null),
                with(evidence(Kind.REFUNDED, ANNA, false, 1, null, null), line("lamp", null, 1)));

        assertThat(order.net()).isEqualByComparingTo("100");
    }

    @Test
    void aRefundInAnotherCurrencyIsLeftOut() {
        CustomerOrder order = add(
                evidence(Kind.COMPLETED, ANNA, false, 0, "100", "EUR"),
                evidence(Kind.REFUNDED, ANNA, false, 1, "10", "USD"));

        assertThat(order.net()).isEqualByComparingTo("100");
    }

    @Test
    void aCancelledOrderIsWorthNothingAndStillCounts() {
        CustomerOrder order = add(
                evidence(Kind.CANCELLED, ANNA, false, 1, null, null),
                evidence(Kind.COMPLETED, ANNA, false, 0, "100", null));

        assertThat(order.cancelled()).isTrue();
        assertThat(order.net()).isEqualByComparingTo("0");
    }

    @Test
    void theFirstCompletionCountsAndTheBackEndsBeforeAnyBrowsers() {
        assertThat(add(
                                evidence(Kind.COMPLETED, ANNA, false, 3, "90", null),
                                evidence(Kind.COMPLETED, ANNA, false, 2, "80", null))
                        .total())
                .isEqualByComparingTo("80");
        assertThat(add(
                                evidence(Kind.COMPLETED, ANNA, false, 1, "100", null),
                                evidence(Kind.COMPLETED, ANNA, true, 3, "95", null))
                        .total())
                .isEqualByComparingTo("95");
    }

    @Test
    void aStrangersBrowserCannotCancelAnOrder() {
        CustomerOrder order = add(
                evidence(Kind.COMPLETED, ANNA, false, 0, "100", null),
                evidence(Kind.CANCELLED, BOB, false, 1, null, null),
                evidence(Kind.REFUNDED, BOB, true, 2, "10", null));

        assertThat(order.cancelled()).isFalse();
        assertThat(order.net()).isEqualByComparingTo("90");
    }

    @Test
    void isNoOrderUntilSomebodySaysThatItWasCompleted() {
        assertThat(OrderLedger.add(List.of(evidence(Kind.REFUNDED, ANNA, true, 0, "10", null)), "EUR"))
                .isEmpty();
    }
}
