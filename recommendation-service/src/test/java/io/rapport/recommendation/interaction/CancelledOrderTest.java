package io.rapport.recommendation.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventResolved;
import io.rapport.platform.testing.Eventually;
import io.rapport.recommendation.testing.Rows;
import io.rapport.recommendation.testing.Visitors;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancelledOrderTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Visitors visitors;

    @Inject
    Rows rows;

    @Inject
    HistoryStore histories;

    @Test
    void whatWasCancelledCountsAsBoughtNoMoreAndOtherOrdersStand() {
        // Given
        UUID visitor = visitors.consenting();
        visitors.buys(visitor, "co-1", "co-a", "co-b");
        visitors.buys(visitor, "co-2", "co-b", "co-c");
        Eventually.within(SOON, () -> bought(visitor).size() == 3);

        // When
        EventResolved cancellation = visitors.cancellation(visitor, "co-1");
        visitors.send(cancellation);
        visitors.send(cancellation);
        visitors.send(visitors.cancellation(visitor, "co-1"));

        // Then
        Eventually.within(SOON, () -> bought(visitor).equals(Set.of("co-b", "co-c")));
    }

    @Test
    void orderThatIsToldAfterItsCancellationDoesNotCountHoweverOften() {
        // Given
        UUID visitor = visitors.consenting();
        visitors.send(visitors.cancellation(visitor, "co-late"));

        // When
        visitors.buys(visitor, "co-late", "co-x");
        visitors.buys(visitor, "co-late", "co-x");
        visitors.buys(visitor, "co-other", "co-y");

        // Then
        Eventually.within(SOON, () -> bought(visitor).contains("co-y"));
        assertThat(bought(visitor)).containsExactly("co-y");
    }

    @Test
    void cancellationMeetsItsOrderThroughAMergeWhicheverOfThemWasWhose() {
        // Given
        UUID anonymous = visitors.consenting();
        UUID customer = visitors.consenting();
        visitors.buys(anonymous, "co-m1", "co-m1-a");
        visitors.send(visitors.cancellation(anonymous, "co-m2"));
        visitors.buys(customer, "co-m2", "co-m2-a");
        visitors.buys(customer, "co-m3", "co-m3-a");
        Eventually.within(SOON, () -> rows.interactions(anonymous) == 2 && rows.interactions(customer) == 2);

        // When
        visitors.merges(customer, anonymous);
        visitors.send(visitors.cancellation(customer, "co-m1"));

        // Then
        Eventually.within(SOON, () -> bought(customer).equals(Set.of("co-m3-a")));
    }

    @Test
    void cancellationIsForgottenWithThePerson() {
        UUID visitor = visitors.consenting();
        visitors.send(visitors.cancellation(visitor, "co-gone"));
        Eventually.within(SOON, () -> rows.interactions(visitor) == 1);
        visitors.isErased(visitor);
        Eventually.within(SOON, () -> rows.interactions(visitor) == 0);
    }

    private Set<String> bought(UUID visitor) {
        return histories
                .read(visitor, visitors.now())
                .await()
                .atMost(SOON)
                .bought()
                .keySet();
    }
}
