package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LifetimeValueTest {
    private static final LifetimeValue VALUE =
            new LifetimeValue(new BgNbd(0.243, 4.414, 0.793, 2.426, TimeStep.WEEK), new GammaGamma(6.25, 3.74, 15.44));
    private static final PurchaseHistory HISTORY = new PurchaseHistory(2, 30.43, 38.86, 22.35, TimeStep.WEEK);

    @Test
    void withoutDiscountItIsExpectedPurchasesTimesExpectedSpend() {
        CustomerValue value = VALUE.score(HISTORY, new ValueHorizon(12, 0));
        assertThat(value.lifetimeValue()).isCloseTo(value.expectedPurchases() * value.expectedSpend(), within(1e-12));
        assertThat(value.expectedPurchases())
                .isCloseTo(VALUE.purchases().expectedPurchases(HISTORY, 365.2425 / 7), within(1e-12));
        assertThat(value.churnRisk()).isEqualTo(1 - value.probabilityAlive());
    }

    @Test
    void laterMoneyIsWorthLessAndALongerHorizonMore() {
        double year = VALUE.of(HISTORY, new ValueHorizon(12, 0.01));
        assertThat(VALUE.of(HISTORY, new ValueHorizon(12, 0.02))).isLessThan(year);
        assertThat(VALUE.of(HISTORY, new ValueHorizon(24, 0.01))).isGreaterThan(year);
        assertThat(year)
                .isBetween(
                        VALUE.of(HISTORY, new ValueHorizon(12, 0)) / Math.pow(1.01, 12),
                        VALUE.of(HISTORY, new ValueHorizon(12, 0)) / 1.01);
    }

    @Test
    void aHorizonThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new ValueHorizon(0, 0.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ValueHorizon(12, -0.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ValueHorizon(12, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
