package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class GammaGammaTest {
    private static final long SEED = 45;
    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

    private static List<PurchaseHistory> shop(GammaGamma model, int customers) {
        BgNbd purchases = new BgNbd(0.8, 4, 0.8, 2.5, TimeStep.WEEK);
        return new SimulatedShop(SEED, purchases, model).customers(customers, 20, 104);
    }

    @Test
    void parametersOfASimulatedShopAreFoundAgain() {
        for (GammaGamma truth : List.of(CDNOW, new GammaGamma(1.5, 6, 400))) {
            Fit<GammaGamma> fit = GammaGamma.fit(Histories.spend(shop(truth, 60_000)));
            assertThat(fit.convergence().reached()).as("%s", fit).isTrue();
            assertThat(fit.model().p()).as("%s", fit).isCloseTo(truth.p(), Percentage.withPercentage(5));
            assertThat(fit.model().q()).as("%s", fit).isCloseTo(truth.q(), Percentage.withPercentage(5));
            assertThat(fit.model().gamma()).as("%s", fit).isCloseTo(truth.gamma(), Percentage.withPercentage(8));
            assertThat(fit.model().meanSpend()).isCloseTo(truth.meanSpend(), Percentage.withPercentage(2));
        }
    }

    @Test
    void gradientIsTheSlope() {
        Random random = new Random(SEED);
        for (int run = 0; run < 100; run++) {
            List<PurchaseHistory> histories = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                histories.add(Histories.spending(
                        1 + (int) Math.exp(random.nextDouble() * 7), Math.exp(random.nextGaussian() * 3)));
            }
            GammaGammaLikelihood likelihood =
                    new GammaGammaLikelihood(Histories.spend(histories).sorted());
            double[] at = {random.nextGaussian(), 0.1 + random.nextDouble() * 2, random.nextGaussian() * 2};
            double[] gradient = new double[3];
            double value = likelihood.value(at, gradient);
            assertThat(gradient)
                    .as("seed %d, run %d", SEED, run)
                    .containsExactly(Slopes.of(likelihood, at), within(1e-8 * (1 + Math.abs(value))));
        }
    }

    @Test
    void densityIntegratesToOne() {
        // f(z | x = 2), over z = s / (1 - s)
        double integral = UnitIntegral.of((logP, logQ) -> {
            double z = Math.exp(logP - logQ);
            if (!(z > 1e-100 && z < 1e100)) {
                return Double.NEGATIVE_INFINITY;
            }
            GammaGammaLikelihood one =
                    new GammaGammaLikelihood(List.of(new Weighted<>(new SpendSample.Group(2, z), 1)));
            double[] at = {Math.log(6.25), Math.log(3.74), Math.log(15.44)};
            return -one.value(at, new double[3]) - 2 * logQ;
        });
        assertThat(integral).isCloseTo(1, within(1e-8));
    }

    @Test
    void aCustomersExpectedSpendLiesBetweenTheirOwnAndTheMean() {
        assertThat(CDNOW.expectedSpend(Histories.spending(0, 0))).isEqualTo(CDNOW.meanSpend());
        double before = CDNOW.meanSpend();
        for (int x = 1; x < 5_000; x *= 3) {
            double expected = CDNOW.expectedSpend(Histories.spending(x, 80));
            assertThat(expected).isBetween(before, 80.0);
            before = expected;
        }
        assertThat(before).isCloseTo(80, within(0.1));
    }

    @Test
    void onlyRepeatCustomersOfPositiveSpendAreLearntFrom() {
        SpendSample sample = Histories.spend(List.of(
                Histories.spending(0, 0),
                Histories.spending(2, -5),
                Histories.spending(1, 0),
                Histories.spending(3, 10)));
        assertThat(sample.customers()).isEqualTo(1);
        assertThat(sample.passedOver()).isEqualTo(3);
        assertThatThrownBy(() -> GammaGamma.fit(new SpendSample())).hasMessageContaining("positive spend");
    }

    @Test
    void orderOfCustomersChangesNothing() {
        List<PurchaseHistory> histories = new ArrayList<>(shop(CDNOW, 2_000));
        Fit<GammaGamma> fit = GammaGamma.fit(Histories.spend(histories));
        Collections.shuffle(histories, new Random(SEED));
        assertThat(GammaGamma.fit(Histories.spend(histories))).isEqualTo(fit);
    }

    @Test
    void dependenceOfSpendOnFrequencyIsReported() {
        List<PurchaseHistory> dependent = new ArrayList<>();
        for (int x = 1; x < 20; x++) {
            dependent.add(Histories.spending(x, 10 + x));
        }
        Independence reported = Histories.spend(dependent).independence();
        assertThat(reported.correlation()).isCloseTo(1, within(1e-12));
        assertThat(reported.nearlyHolds()).isFalse();
        assertThat(Histories.spend(shop(CDNOW, 5_000)).independence().nearlyHolds())
                .isTrue();
    }

    @Test
    void parametersWithoutAMeanAreRefused() {
        assertThatThrownBy(() -> new GammaGamma(1, 1, 1)).hasMessageContaining("above 1");
    }
}
