package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published results on the CDNOW sample, found again from its purchases. */
class CdnowTest {
    private List<PurchaseHistory> histories;

    @BeforeEach
    void calibrate() throws IOException {
        Calibration calibration = Calibration.daysInWeeks(Cdnow.CALIBRATION_END);
        histories = Cdnow.sample().stream()
                .map(purchases -> calibration.history(purchases).orElseThrow())
                .toList();
    }

    private Fit<BgNbd> purchases() {
        return BgNbd.fit(Histories.sample(histories));
    }

    private Fit<GammaGamma> spend() {
        return GammaGamma.fit(Histories.spend(histories));
    }

    @Test
    void historiesAreTheOnesThatOthersMadeOfThem() throws IOException {
        List<PurchaseHistory> summary = Cdnow.summary();
        assertThat(histories).hasSize(2357).hasSameSizeAs(summary);
        for (int i = 0; i < histories.size(); i++) {
            assertThat(histories.get(i).repeats()).isEqualTo(summary.get(i).repeats());
            assertThat(histories.get(i).recency()).isCloseTo(summary.get(i).recency(), within(0.00501));
            assertThat(histories.get(i).age()).isCloseTo(summary.get(i).age(), within(0.00501));
        }
    }

    /** Fader, Hardie and Lee (2005); to seven places as R's CLVTools finds it. */
    @Test
    void bgNbdParametersAreThePublishedOnes() {
        Fit<BgNbd> fit = purchases();
        assertThat(fit.convergence().reached()).isTrue();
        assertThat(fit.convergence().agreeing()).isEqualTo(fit.convergence().starts());
        assertThat(fit.logLikelihood()).isCloseTo(-9582.429, within(5e-4));
        assertThat(fit.model().r()).isCloseTo(0.243, within(5e-4)).isCloseTo(0.2425945, within(1e-6));
        assertThat(fit.model().alpha()).isCloseTo(4.414, within(5e-4)).isCloseTo(4.4136019, within(1e-5));
        assertThat(fit.model().a()).isCloseTo(0.793, within(5e-4)).isCloseTo(0.7929199, within(1e-5));
        assertThat(fit.model().b()).isCloseTo(2.426, within(5e-4)).isCloseTo(2.4258881, within(5e-5));
    }

    /** Fader and Hardie (2013), and the log-likelihood that CLVTools finds. */
    @Test
    void gammaGammaParametersAreThePublishedOnes() {
        Fit<GammaGamma> fit = spend();
        assertThat(fit.convergence().reached()).isTrue();
        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.logLikelihood()).isCloseTo(-4055.9177, within(5e-5));
        assertThat(fit.model().p()).isCloseTo(6.25, within(5e-3));
        assertThat(fit.model().q()).isCloseTo(3.74, within(5e-3));
        assertThat(fit.model().gamma()).isCloseTo(15.44, within(5e-3));
    }

    /** Fader, Hardie and Lee, RFM and CLV (2005): 0.11; lifetimes: 0.113884. */
    @Test
    void spendIsNearlyIndependentOfFrequency() {
        Independence independence = Histories.spend(histories).independence();
        assertThat(independence.correlation()).isCloseTo(0.1139, within(5e-5));
        assertThat(independence.nearlyHolds()).isTrue();
    }

    /** The first ten customers' in lifetimes' documentation. */
    @Test
    void expectedSpendIsTheDocumentedOne() {
        GammaGamma model = spend().model();
        double[] documented = {24.658, 18.911, 35.171, 35.171, 35.171, 71.463, 18.911, 35.171, 27.282, 35.171};
        for (int i = 0; i < documented.length; i++) {
            assertThat(model.expectedSpend(histories.get(i)))
                    .as("customer %d", i + 1)
                    .isCloseTo(documented[i], within(5e-4 * documented[i]));
        }
        double all =
                histories.stream().mapToDouble(model::expectedSpend).average().orElseThrow();
        assertThat(all).isCloseTo(35.253, within(0.005));
    }

    /**
     * The same customers' value over twelve months at 1 % there, where a month was 30 units of time though the units were
     * weeks.
     */
    @Test
    void lifetimeValueIsTheDocumentedOne() {
        LifetimeValue value = new LifetimeValue(purchases().model(), spend().model());
        double[] documented = {140.096, 18.943, 38.181, 38.181, 38.181, 1003.868, 28.110, 38.181, 167.418, 38.181};
        for (int i = 0; i < documented.length; i++) {
            assertThat(value.of(histories.get(i), new ValueHorizon(12, 0.01), 30))
                    .as("customer %d", i + 1)
                    .isCloseTo(documented[i], within(1e-3 * documented[i]));
        }
    }

    /** The customer with 26 repeats, of whom the walk-through of BTYD tells the next 52 weeks. */
    @Test
    void aFrequentCustomersFutureIsTheDocumentedOne() {
        BgNbd model = purchases().model();
        PurchaseHistory frequent = histories.stream()
                .filter(history -> history.repeats() == 26)
                .findFirst()
                .orElseThrow();
        assertThat(frequent.recency()).isCloseTo(30.86, within(0.005));
        assertThat(model.probabilityAlive(frequent)).isCloseTo(0.9689, within(5e-5));
        assertThat(model.expectedPurchases(frequent, 52)).isCloseTo(25.76, within(5e-3));
        assertThat(model.expectedPurchases(52)).isCloseTo(1.444, within(5e-4));
    }

    /**
     * 1,882 repeat transactions came in the 39 weeks after the calibration, 4,339 in all; the model expects fewer, and should
     * be wrong by no more and no less than it is with 2F1 from SciPy.
     */
    @Test
    void theNextThirtyNineWeeksAreExpectedAsTheEquationsHaveIt() throws IOException {
        BgNbd model = purchases().model();
        Calibration all = Calibration.daysInWeeks(Cdnow.CALIBRATION_END.plusWeeks(39));
        double came = Cdnow.sample().stream()
                .mapToInt(purchases -> all.history(purchases).orElseThrow().repeats())
                .sum();
        double known = histories.stream()
                .mapToDouble(history -> model.expectedPurchases(history, 39))
                .sum();
        double unknown = histories.stream()
                .mapToDouble(history -> model.expectedPurchases(history.age() + 39))
                .sum();
        assertThat(came).isEqualTo(4_339);
        assertThat(known).isCloseTo(1_653.41, within(0.01));
        assertThat(unknown).isCloseTo(4_160.61, within(0.01)).isCloseTo(came, within(0.05 * came));
    }
}
