package io.rapport.profile.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * How long a million customers take: {@code mvn -pl profile-service test -Dtest=ValueSpeed}. Not one of the tests that every
 * build runs.
 */
class ValueSpeed {
    private static final int CUSTOMERS = Integer.getInteger("value.customers", 1_000_000);
    private static final ValueHorizon YEAR = new ValueHorizon(12, 0.01);

    @Test
    void measure() {
        BgNbd truth = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeStep.WEEK);
        GammaGamma spend = new GammaGamma(6.25, 3.74, 15.44);
        List<PurchaseHistory> shop = new SimulatedShop(48, truth, spend).customers(CUSTOMERS, 0, 104);
        for (int round = 0; round < 3; round++) {
            TransactionSample sample = timed("group by (x, t_x, T)", () -> Histories.sample(shop));
            Fit<BgNbd> bgNbd = timed("fit BG/NBD", () -> BgNbd.fit(sample));
            SpendSample amounts = timed("group by (x, spend)", () -> Histories.spend(shop));
            Fit<GammaGamma> gammaGamma = timed("fit Gamma-Gamma", () -> GammaGamma.fit(amounts));
            System.out.printf("%d groups; %s%n%s%n", sample.groups(), bgNbd, gammaGamma);
            LifetimeValue value = new LifetimeValue(bgNbd.model(), gammaGamma.model());
            timed("score all", () -> scoreAll(value, shop));
            timed("RFM borders", () -> borders(shop));
        }
    }

    private static double scoreAll(LifetimeValue value, List<PurchaseHistory> shop) {
        double sum = 0;
        for (PurchaseHistory history : shop) {
            sum += value.score(history, YEAR).lifetimeValue();
        }
        return sum;
    }

    private static RfmBorders borders(List<PurchaseHistory> shop) {
        List<RfmValues> values = new ArrayList<>(shop.size());
        for (PurchaseHistory history : shop) {
            values.add(new RfmValues(
                    history.age() - history.recency(), history.repeats(), history.repeats() * history.meanSpend()));
        }
        return RfmBorders.of(values);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf("value: %s: %.2f s%n", what, (System.nanoTime() - start) / 1e9);
        return result;
    }
}
