package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BgNbdTest {
    private static final long SEED = 43;

    /** As R's CLVTools estimates it on the CDNOW sample. */
    private static final BgNbd CDNOW = new BgNbd(0.2425945, 4.4136019, 0.7929199, 2.4258881, TimeStep.WEEK);

    private final Random random = new Random(SEED);

    private BgNbd randomModel() {
        return new BgNbd(
                Math.exp(random.nextGaussian()),
                Math.exp(random.nextGaussian() * 2),
                Math.exp(random.nextGaussian()),
                Math.exp(random.nextGaussian()),
                TimeStep.WEEK);
    }

    @Test
    void newCustomersAreExpectedToBuyAsInTheAuthorsSpreadsheet() {
        // The figures are those of Hardie's workbook as the tests of Python's lifetimes quote them.
        assertThat(CDNOW.expectedPurchases(0.1429)).isCloseTo(0.0078, within(5e-5));
        assertThat(CDNOW.expectedPurchases(1)).isCloseTo(0.0532, within(5e-5));
        assertThat(CDNOW.expectedPurchases(3)).isCloseTo(0.1506, within(5e-5));
        assertThat(CDNOW.expectedPurchases(31.8571)).isCloseTo(1.0405, within(5e-5));
        assertThat(CDNOW.expectedPurchases(32)).isCloseTo(1.0437, within(5e-5));
        assertThat(CDNOW.expectedPurchases(78)).isCloseTo(1.8580, within(5e-4));
    }

    @Test
    void aKnownCustomerIsExpectedToBuyAsInTheAuthorsSpreadsheet() {
        assertThat(CDNOW.expectedPurchases(Histories.history(2, 30.43, 38.86), 39))
                .isCloseTo(1.226, within(5e-4));
    }

    @Test
    void whoBoughtOnceIsAlive() {
        assertThat(CDNOW.probabilityAlive(Histories.history(0, 0, 38.86))).isEqualTo(1);
        assertThat(CDNOW.churnRisk(Histories.history(0, 0, 38.86))).isZero();
    }

    @Test
    void silenceMakesTheProbabilityToBeAliveFall() {
        for (int run = 0; run < 300; run++) {
            BgNbd model = randomModel();
            int x = 1 + random.nextInt(30);
            double recency = 0.1 + random.nextDouble() * 50;
            double before = 1;
            for (double silence = 0; silence < 100; silence += 5) {
                double alive = model.probabilityAlive(Histories.history(x, recency, recency + silence));
                assertThat(alive)
                        .as("seed %d, run %d: %s, x %d, t_x %s, %s later", SEED, run, model, x, recency, silence)
                        .isBetween(0.0, 1.0)
                        .isLessThan(before);
                before = alive > 1e-300 ? alive : 1;
            }
        }
    }

    @Test
    void expectationGrowsWithTheHorizonAndNeverFasterThanTheRate() {
        for (int run = 0; run < 300; run++) {
            BgNbd model = randomModel();
            PurchaseHistory history = Histories.random(random);
            double alive = model.probabilityAlive(history);
            double rate = alive * (model.r() + history.repeats()) / (model.alpha() + history.age());
            double before = 0;
            for (double horizon = 0.5; horizon < 300; horizon *= 2) {
                double expected = model.expectedPurchases(history, horizon);
                assertThat(expected)
                        .as("seed %d, run %d: %s of %s in %s", SEED, run, history, model, horizon)
                        .isGreaterThanOrEqualTo(before)
                        .isLessThanOrEqualTo(rate * horizon * (1 + 1e-12));
                before = expected;
            }
        }
    }

    @Test
    void expectationIsItsIntegral() {
        for (int run = 0; run < 400; run++) {
            double often = run % 4 == 0 ? random.nextInt(2_000) : 0;
            AliveExpectation expectation = new AliveExpectation(
                    often + Math.exp(random.nextGaussian() * 1.5),
                    Math.exp(random.nextGaussian() * 2),
                    Math.exp(random.nextGaussian() * 1.5),
                    often + Math.exp(random.nextGaussian() * 1.5));
            double time = 10 * Math.exp(random.nextGaussian() * 1.5);
            double integral = expectation.integral(time);
            assertThat(expectation.within(time))
                    .as("seed %d, run %d", SEED, run)
                    .isCloseTo(integral, within(1e-9 * integral));
        }
    }

    @Test
    void nothingHappensAtAEqualToOneNorAtAPlusBEqualToOne() {
        for (double[] ab : new double[][] {{1, 2.4}, {0.3, 0.7}, {1, 1e-3}}) {
            double below = expected(ab[0] - 1e-7, ab[1]);
            double above = expected(ab[0] + 1e-7, ab[1]);
            assertThat(expected(ab[0], ab[1])).isCloseTo((below + above) / 2, within(1e-9));
        }
    }

    private static double expected(double a, double b) {
        return new BgNbd(0.243, 4.414, a, b, TimeStep.WEEK).expectedPurchases(52);
    }

    @Test
    void thousandsOfPurchasesAreNoneTooMany() {
        // A shop's test account: ten orders a day for a year, and still at it; nearly nothing is left of the prior.
        double expected = CDNOW.expectedPurchases(Histories.history(3_650, 52, 52), 1);
        assertThat(expected).isBetween(60.0, 3_650 / 52.0);
    }

    @Test
    void aHistoryInAnotherUnitIsRefused() {
        PurchaseHistory inDays = new PurchaseHistory(1, 10, 20, 5, TimeStep.DAY);
        assertThatThrownBy(() -> CDNOW.probabilityAlive(inDays)).hasMessageContaining("WEEK");
        assertThatThrownBy(() -> new TransactionSample(TimeStep.WEEK).add(inDays))
                .hasMessageContaining("DAY");
    }

    @Test
    void parametersAndHorizonsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new BgNbd(0, 1, 1, 1, TimeStep.WEEK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BgNbd(1, 1, Double.NaN, 1, TimeStep.WEEK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CDNOW.expectedPurchases(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CDNOW.expectedPurchases(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
