package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final LocalDate END = LocalDate.of(1997, 9, 30);

    private static Purchase purchase(String day, double amount) {
        return new Purchase(LocalDate.parse(day), amount);
    }

    @Test
    void purchasesOfADayAreOneTransactionAndTheFirstIsNoRepeat() {
        // Given
        List<Purchase> purchases = List.of(
                purchase("1997-08-02", 10),
                purchase("1997-01-01", 29.33),
                purchase("1997-01-18", 29.73),
                purchase("1997-08-02", 4.96),
                purchase("1997-12-12", 26.48));

        // When
        PurchaseHistory history =
                Calibration.daysInWeeks(END).history(purchases).orElseThrow();

        // Then
        assertThat(history.repeats()).isEqualTo(2);
        assertThat(history.recency()).isCloseTo(30.43, within(0.005));
        assertThat(history.age()).isCloseTo(38.86, within(0.005));
        assertThat(history.meanSpend()).isCloseTo(22.345, within(1e-12));
    }

    @Test
    void purchasesOfACalendarWeekAreOneTransactionWhereMergedByWeek() {
        // Given: a Sunday, the Monday after it, and the Sunday of that week
        List<Purchase> purchases =
                List.of(purchase("1997-09-07", 5), purchase("1997-09-08", 6), purchase("1997-09-14", 7));

        // When
        PurchaseHistory history = new Calibration(END, TimeStep.WEEK, TimeStep.WEEK)
                .history(purchases)
                .orElseThrow();

        // Then
        assertThat(history).isEqualTo(new PurchaseHistory(1, 1, 4, 13, TimeStep.WEEK));
    }

    @Test
    void whoBoughtAfterTheEndOnlyHasNoHistory() {
        assertThat(Calibration.daysInWeeks(END).history(List.of(purchase("1997-10-01", 5))))
                .isEmpty();
        assertThat(Calibration.daysInWeeks(END).history(List.of())).isEmpty();
    }

    @Test
    void whoBoughtOnTheLastDayIsNew() {
        assertThat(Calibration.daysInWeeks(END).history(List.of(purchase("1997-09-30", 5))))
                .contains(new PurchaseHistory(0, 0, 0, 0, TimeStep.WEEK));
    }

    @Test
    void orderOfPurchasesDoesNotMatter() {
        long seed = 41;
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            List<Purchase> purchases = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                purchases.add(new Purchase(END.minusDays(random.nextInt(300) - 20), random.nextInt(100)));
            }
            var before = Calibration.daysInWeeks(END).history(purchases);
            Collections.shuffle(purchases, random);
            assertThat(Calibration.daysInWeeks(END).history(purchases))
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(before);
        }
    }

    @Test
    void whatNoHistoryCanBeIsRefused() {
        for (double[] wrong : new double[][] {
            {-1, 0, 1},
            {0, 1, 2},
            {1, 0, 2},
            {1, 3, 2},
            {1, Double.NaN, 2},
            {1, 1, Double.POSITIVE_INFINITY},
            {0, 0, -1}
        }) {
            assertThatThrownBy(() -> new PurchaseHistory((int) wrong[0], wrong[1], wrong[2], 1, TimeStep.DAY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("No history");
        }
    }
}
