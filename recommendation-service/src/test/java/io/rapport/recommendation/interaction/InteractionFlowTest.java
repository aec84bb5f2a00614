package io.rapport.recommendation.interaction;

import static io.rapport.recommendation.testing.Shop.product;
import static io.rapport.recommendation.testing.Shop.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventResolved;
import io.rapport.platform.testing.Eventually;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.testing.Page;
import io.rapport.recommendation.testing.Rows;
import io.rapport.recommendation.testing.Visitors;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InteractionFlowTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String VIEWED = "home.recently-viewed";

    @Inject
    Visitors visitors;

    @Inject
    Rows rows;

    @Inject
    HistoryStore histories;

    @Test
    void viewShowsInTheNextAnswerWithinTwoSeconds() {
        // Given
        stock("if-lamp", product("Lamp"));
        UUID visitor = visitors.consenting();
        visitors.views(visitor, "if-warm-up");
        Eventually.within(SOON, () -> rows.interactions(visitor) == 1);

        // When
        visitors.views(visitor, "if-lamp");

        // Then
        Eventually.within(
                Duration.ofSeconds(2), () -> Page.of(visitor).products(VIEWED).equals(List.of("if-lamp")));
        assertThat(Page.of(visitor).answer(VIEWED).getString("items[0].because.text"))
                .isEqualTo("You viewed this recently");
    }

    @Test
    void latestViewComesFirstAndEachProductOnce() {
        // Given
        stock("if-a", product("A"));
        stock("if-b", product("B"));
        UUID visitor = visitors.consenting();

        // When
        visitors.viewsAt(visitor, "if-a", visitors.now().minusSeconds(30));
        visitors.viewsAt(visitor, "if-b", visitors.now().minusSeconds(20));
        visitors.viewsAt(visitor, "if-a", visitors.now().minusSeconds(10));

        // Then
        Eventually.within(SOON, () -> rows.interactions(visitor) == 3);
        assertThat(Page.of(visitor).products(VIEWED)).containsExactly("if-a", "if-b");
    }

    @Test
    void whatIsTimestampedInTheFutureDoesNotCountYet() {
        // Given
        stock("if-later", product("Later"));
        UUID visitor = visitors.consenting();

        // When
        visitors.viewsAt(visitor, "if-later", visitors.now().plus(Duration.ofDays(1)));

        // Then
        Eventually.within(SOON, () -> rows.interactions(visitor) == 1);
        assertThat(Page.of(visitor).products(VIEWED)).isEmpty();
    }

    @Test
    void nothingIsKeptOfAVisitorWhoNeverSaidYes() {
        // Given
        UUID stranger = UUID.randomUUID();
        UUID late = UUID.randomUUID();

        // When
        visitors.views(stranger, "if-lamp");
        visitors.views(late, "if-before");
        visitors.decides(late, true);
        visitors.views(late, "if-after");

        // Then
        Eventually.within(SOON, () -> rows.interactions(late) == 1);
        assertThat(rows.products(late)).containsExactly("if-after");
        assertThat(rows.interactions(stranger)).isZero();
    }

    @Test
    void withdrawalForgetsAndALaterYesBeginsAnew() {
        // Given
        UUID visitor = visitors.consenting();
        visitors.views(visitor, "if-old");
        Eventually.within(SOON, () -> rows.interactions(visitor) == 1);

        // When
        visitors.decides(visitor, false);
        visitors.views(visitor, "if-hidden");

        // Then
        Eventually.within(SOON, () -> rows.interactions(visitor) == 0);
        visitors.decides(visitor, true);
        visitors.views(visitor, "if-new");
        Eventually.within(SOON, () -> rows.products(visitor).equals(List.of("if-new")));
    }

    @Test
    void separatedVisitorTakesTheirOwnHistoryAlongAndLaterEventsStayApart() {
        // Given
        UUID bob = visitors.consenting();
        UUID anna = visitors.consenting();
        EventResolved bobs = visitors.track(bob, "Product Viewed", visitors.now(), Map.of("product_id", "if-u1"));
        visitors.send(bobs);
        visitors.views(anna, "if-u2");
        Eventually.within(SOON, () -> rows.interactions(bob) == 1 && rows.interactions(anna) == 1);
        visitors.merges(anna, bob);
        Eventually.within(SOON, () -> rows.interactions(anna) == 2);

        // When
        visitors.unmerges(anna, bob, List.of(bobs.eventId()));
        visitors.views(bob, "if-u3");

        // Then
        Eventually.within(SOON, () -> rows.interactions(bob) == 2);
        assertThat(rows.products(bob)).containsExactlyInAnyOrder("if-u1", "if-u3");
        assertThat(rows.products(anna)).containsExactly("if-u2");
    }

    @Test
    void mergedVisitorBringsTheirHistoryAndLateEventsFollow() {
        // Given
        UUID anonymous = visitors.consenting();
        UUID customer = visitors.consenting();
        visitors.views(anonymous, "if-m1");
        visitors.views(customer, "if-m2");
        Eventually.within(SOON, () -> rows.interactions(anonymous) == 1 && rows.interactions(customer) == 1);

        // When
        visitors.merges(customer, anonymous);
        visitors.views(anonymous, "if-m3");

        // Then
        Eventually.within(SOON, () -> rows.interactions(customer) == 3);
        assertThat(rows.interactions(anonymous)).isZero();
        stock("if-m1", product("M1"));
        assertThat(Page.of(customer).products(VIEWED)).containsExactly("if-m1");
        assertThat(Page.of(anonymous).products(VIEWED))
                .as("whoever still knows the old id")
                .containsExactly("if-m1");
    }

    @Test
    void erasedPersonIsForgottenUnderEveryIdAndStaysSo() {
        // Given
        UUID anonymous = visitors.consenting();
        UUID customer = visitors.consenting();
        UUID witness = visitors.consenting();
        visitors.merges(customer, anonymous);
        visitors.views(customer, "if-e1");
        Eventually.within(SOON, () -> rows.interactions(customer) == 1);

        // When
        visitors.isErased(customer);
        visitors.views(customer, "if-e2");
        visitors.views(anonymous, "if-e3");
        visitors.views(witness, "if-e4");

        // Then
        Eventually.within(SOON, () -> rows.interactions(customer) == 0 && rows.interactions(witness) == 1);
        Eventually.within(SOON, () -> rows.caughtUp());
        assertThat(rows.interactions(customer)).isZero();
        assertThat(rows.interactions(anonymous)).isZero();
        assertThat(rows.consents(customer)).isZero();
        assertThat(Page.of(customer).products(VIEWED)).isEmpty();
    }

    @Test
    void eventCountsOnceHoweverOftenItComesAndSoDoesAnOrder() {
        // Given
        UUID visitor = visitors.consenting();
        EventResolved view = visitors.track(visitor, "Product Viewed", visitors.now(), Map.of("product_id", "if-once"));
        EventResolved order = visitors.order(visitor, "if-order-1", visitors.now(), "if-x", "if-y");
        EventResolved toldAgain =
                visitors.order(visitor, "if-order-1", visitors.now().plusMillis(5), "if-x", "if-y");

        // When
        visitors.send(view);
        visitors.send(view);
        visitors.send(order);
        visitors.send(toldAgain);
        visitors.views(visitor, "if-last");

        // Then
        Eventually.within(SOON, () -> rows.products(visitor).contains("if-last"));
        assertThat(rows.products(visitor)).containsExactlyInAnyOrder("if-once", "if-x", "if-y", "if-last");
    }

    @Test
    void orderOfManyLinesHidesNeitherWhatWasViewedNorTheWayToIt() {
        // Given
        stock("if-seen", product("Seen"));
        UUID visitor = visitors.consenting();
        visitors.viewsAt(visitor, "if-seen", visitors.now().minusSeconds(60));
        String[] lines = IntStream.range(0, 120).mapToObj(i -> "if-line-" + i).toArray(String[]::new);

        // When
        visitors.buys(visitor, "if-large", lines);

        // Then
        Eventually.within(SOON, () -> rows.interactions(visitor) == 121);
        assertThat(Page.of(visitor).products(VIEWED)).containsExactly("if-seen");
        History history = histories.read(visitor, visitors.now()).await().atMost(SOON);
        assertThat(history.bought()).hasSize(120);
        assertThat(history.recent()).extracting(History.Event::productId).contains("if-seen");
        assertThat(history.recent()).hasSizeLessThan(SessionParameters.tuned().longestQuery());
    }

    @Test
    void recordThatIsNoEventIsSetAsideAndTheNextAreTaken() {
        // Given
        UUID visitor = visitors.consenting();

        // When
        visitors.send(visitor.toString(), "{\"kind\":\"event-resolved\" Product ".getBytes(StandardCharsets.UTF_8));
        visitors.send(visitor.toString(), "nonsense".getBytes(StandardCharsets.UTF_8));
        visitors.views(visitor, "if-after-nonsense");

        // Then
        Eventually.within(SOON, () -> rows.products(visitor).equals(List.of("if-after-nonsense")));
    }
}
