package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.profile.value.Convergence.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BgNbdFitTest {
    private static final long SEED = 44;
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

    private static List<PurchaseHistory> shop(BgNbd model, int customers) {
        return new SimulatedShop(SEED, model, SPEND).customers(customers, 20, 104);
    }

    @Test
    void parametersOfASimulatedShopAreFoundAgain() {
        for (BgNbd truth : List.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426, TimeStep.WEEK), new BgNbd(1.8, 9, 0.6, 4, TimeStep.WEEK))) {
            // When
            Fit<BgNbd> fit = BgNbd.fit(Histories.sample(shop(truth, 60_000)));

            // Then: within some four standard errors, as 60,000 customers leave them
            assertThat(fit.convergence().outcome()).as("%s", fit).isEqualTo(Outcome.CONVERGED);
            assertThat(fit.convergence().agreeing()).isGreaterThan(1);
            assertThat(fit.model().r()).as("%s", fit).isCloseTo(truth.r(), Percentage.withPercentage(4));
            assertThat(fit.model().alpha()).as("%s", fit).isCloseTo(truth.alpha(), Percentage.withPercentage(6));
            assertThat(fit.model().a()).as("%s", fit).isCloseTo(truth.a(), Percentage.withPercentage(10));
            assertThat(fit.model().b()).as("%s", fit).isCloseTo(truth.b(), Percentage.withPercentage(13));
        }
    }

    @Test
    void whatTheModelExpectsOfASimulatedShopHappens() {
        // Given: the same customers, seen for 39 weeks and for 52 more
        BgNbd truth = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeStep.WEEK);
        double newCustomers = 0;
        List<PurchaseHistory> histories = new SimulatedShop(SEED, truth, SPEND).customers(100_000, 52, 52);
        for (PurchaseHistory history : histories) {
            newCustomers += history.repeats();
        }

        // Then: a mean of 1.44 whose standard error is 0.011
        assertThat(newCustomers / histories.size()).isCloseTo(truth.expectedPurchases(52), within(0.035));
    }

    @Test
    void orderAndGroupingOfCustomersChangeNothing() {
        // Given
        List<PurchaseHistory> histories =
                new ArrayList<>(shop(new BgNbd(0.243, 4.414, 0.793, 2.426, TimeStep.WEEK), 3_000));
        Fit<BgNbd> fit = BgNbd.fit(Histories.sample(histories));

        // When
        Collections.shuffle(histories, new Random(SEED));
        TransactionSample twice = new TransactionSample(TimeStep.WEEK);
        histories.forEach(history -> twice.add(history, 2));

        // Then
        assertThat(BgNbd.fit(Histories.sample(histories))).isEqualTo(fit);
        Fit<BgNbd> doubled = BgNbd.fit(twice);
        assertThat(doubled.model().b()).isCloseTo(fit.model().b(), Percentage.withPercentage(0.01));
        assertThat(doubled.logLikelihood()).isCloseTo(2 * fit.logLikelihood(), Percentage.withPercentage(1e-6));
    }

    @Test
    void theUnitOfTimeDoesNotMatter() {
        // Given
        List<PurchaseHistory> inWeeks = shop(new BgNbd(0.5, 6, 0.7, 2, TimeStep.WEEK), 3_000);
        TransactionSample inDays = new TransactionSample(TimeStep.DAY);
        inWeeks.forEach(week -> inDays.add(new PurchaseHistory(
                week.repeats(), week.recency() * 7, week.age() * 7, week.meanSpend(), TimeStep.DAY)));

        // When
        BgNbd weeks = BgNbd.fit(Histories.sample(inWeeks)).model();
        BgNbd days = BgNbd.fit(inDays).model();

        // Then
        assertThat(days.alpha()).isCloseTo(7 * weeks.alpha(), Percentage.withPercentage(0.01));
        assertThat(days.r()).isCloseTo(weeks.r(), Percentage.withPercentage(0.01));
    }

    @Test
    void aSampleThatSaysTooLittleIsSaidTo() {
        // Given: nobody ever leaves, all are alike
        TransactionSample sample = new TransactionSample(TimeStep.WEEK);
        for (int i = 0; i < 100; i++) {
            sample.add(Histories.history(10, 20, 20));
        }

        // When
        Fit<BgNbd> fit = BgNbd.fit(sample);

        // Then
        assertThat(fit.convergence().reached()).as("%s", fit).isFalse();
        assertThat(fit.logLikelihood()).isFinite();
    }

    @Test
    void aSampleWithoutARepeatPurchaseIsRefused() {
        TransactionSample sample = new TransactionSample(TimeStep.WEEK).add(Histories.history(0, 0, 10));
        assertThatThrownBy(() -> BgNbd.fit(sample)).hasMessageContaining("repeat purchase");
        assertThatThrownBy(() -> BgNbd.fit(new TransactionSample(TimeStep.WEEK)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
