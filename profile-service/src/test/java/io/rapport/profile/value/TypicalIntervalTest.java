package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TypicalIntervalTest {
    private static final LocalDate LAST = LocalDate.of(2026, 3, 1);
    private static final long SEED = 47;

    private final Random random = new Random(SEED);

    private PurchaseGaps buyer(double median, double within, int gaps) {
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < gaps; i++) {
            days.add((int) Math.max(1, Math.round(median * Math.exp(within * random.nextGaussian()))));
        }
        return new PurchaseGaps(LAST, days);
    }

    private List<PurchaseGaps> buyers(int number, double median, double within, double between) {
        List<PurchaseGaps> buyers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            buyers.add(buyer(median * Math.exp(between * random.nextGaussian()), within, 1 + random.nextInt(10)));
        }
        return buyers;
    }

    @Test
    void whatASimulatedProductIsBoughtByIsFoundAgain() {
        TypicalInterval found = TypicalInterval.of(buyers(4_000, 30, 0.4, 0.5)).orElseThrow();
        assertThat(Math.exp(found.logDays())).isCloseTo(30, Percentage.withPercentage(4));
        assertThat(found.within()).isCloseTo(0.4, within(0.05));
        assertThat(found.between()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void theWindowHoldsAsManyNextPurchasesAsItSays() {
        // Given
        TypicalInterval product =
                TypicalInterval.of(buyers(2_000, 60, 0.3, 0.4)).orElseThrow();

        // When
        int inside = 0;
        for (int i = 0; i < 4_000; i++) {
            double own = 60 * Math.exp(0.4 * random.nextGaussian());
            Replenishment next = product.next(buyer(own, 0.3, random.nextInt(8)));
            LocalDate bought = LAST.plusDays(Math.round(own * Math.exp(0.3 * random.nextGaussian())));
            inside += bought.isBefore(next.earliest()) || bought.isAfter(next.latest()) ? 0 : 1;
        }

        // Then
        assertThat(inside / 4_000.0).isCloseTo(0.8, within(0.05));
    }

    @Test
    void moreOfTheirOwnGapsWeighMoreAndNarrowTheWindow() {
        TypicalInterval product = new TypicalInterval(Math.log(30), 0.4, 0.5, 100);
        double weight = -1;
        double width = Double.POSITIVE_INFINITY;
        for (int gaps = 0; gaps < 12; gaps++) {
            PurchaseGaps customer = buyer(90, 0, gaps);
            Replenishment next = product.next(customer);
            assertThat(next.ownWeight()).as("%d gaps", gaps).isBetween(0.0, 1.0);
            assertThat(next.intervalDays()).isBetween(29.999, 90.001);
            if (gaps != 3) { // where a median begins to be worth less than a mean
                assertThat(next.ownWeight()).as("%d gaps", gaps).isGreaterThan(weight);
            }
            double relative =
                    (double) next.latest().toEpochDay() - next.earliest().toEpochDay();
            weight = next.ownWeight();
            assertThat(relative / next.intervalDays()).as("%d gaps", gaps).isLessThan(width + 0.06);
            width = relative / next.intervalDays();
        }
    }

    @Test
    void oneLongHolidayDoesNotMoveARegularCustomer() {
        TypicalInterval product = new TypicalInterval(Math.log(30), 0.3, 0.5, 100);
        Replenishment regular = product.next(new PurchaseGaps(LAST, List.of(28, 28, 28, 28, 28)));
        assertThat(product.next(new PurchaseGaps(LAST, List.of(28, 28, 200, 28, 28))))
                .isEqualTo(regular);
        assertThat(regular.due()).isBetween(LAST.plusDays(28), LAST.plusDays(29));
        assertThat(regular.isDue(regular.due())).isTrue();
        assertThat(regular.isDue(regular.due().minusDays(1))).isFalse();
    }

    @Test
    void aProductOfFewBuyersIsDrawnToItsCategory() {
        TypicalInterval category = new TypicalInterval(Math.log(60), 0.4, 0.5, 5_000);
        TypicalInterval few = new TypicalInterval(Math.log(20), 0.2, 0.3, 1);
        TypicalInterval many = new TypicalInterval(Math.log(20), 0.2, 0.3, 1_000);
        assertThat(Math.exp(few.within(category).logDays())).isBetween(50.0, 60.0);
        assertThat(Math.exp(many.within(category).logDays())).isBetween(20.0, 20.5);
    }

    @Test
    void purchasesOfADayAreOneAndOrderDoesNotMatter() {
        assertThat(PurchaseGaps.of(List.of(LAST, LAST.minusDays(30), LAST, LAST.minusDays(50))))
                .isEqualTo(new PurchaseGaps(LAST, List.of(20, 30)));
        assertThatThrownBy(() -> PurchaseGaps.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PurchaseGaps(LAST, List.of(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutARepeatPurchaseThereIsNoInterval() {
        assertThat(TypicalInterval.of(List.of(new PurchaseGaps(LAST, List.of()))))
                .isEmpty();
    }
}
