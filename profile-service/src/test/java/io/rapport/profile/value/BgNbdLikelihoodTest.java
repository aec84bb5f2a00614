package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BgNbdLikelihoodTest {
    private static final long SEED = 42;

    private final Random random = new Random(SEED);

    private BgNbd randomModel() {
        return new BgNbd(parameter(), parameter(), parameter(), parameter(), TimeStep.WEEK);
    }

    private double parameter() {
        return Math.exp(random.nextGaussian() * 1.5);
    }

    private static double[] logs(BgNbd model) {
        return new double[] {Math.log(model.r()), Math.log(model.alpha()), Math.log(model.a()), Math.log(model.b())};
    }

    /** A1·A2·(A3 + A4) with gamma functions and powers, as the paper has it; for few purchases. */
    private static double asPublished(BgNbd m, PurchaseHistory h) {
        int x = h.repeats();
        double a1 = GammaFunction.log(m.r() + x) - GammaFunction.log(m.r()) + m.r() * Math.log(m.alpha());
        double a2 = GammaFunction.log(m.a() + m.b())
                + GammaFunction.log(m.b() + x)
                - GammaFunction.log(m.b())
                - GammaFunction.log(m.a() + m.b() + x);
        double a3 = Math.pow(m.alpha() + h.age(), -m.r() - x);
        double a4 = x == 0 ? 0 : m.a() / (m.b() + x - 1) * Math.pow(m.alpha() + h.recency(), -m.r() - x);
        return a1 + a2 + Math.log(a3 + a4);
    }

    @Test
    void isThePapersEquation() {
        for (int run = 0; run < 500; run++) {
            BgNbd model = randomModel();
            int x = random.nextInt(8);
            double age = 1 + random.nextInt(50);
            PurchaseHistory history = Histories.history(x, x == 0 ? 0 : age * (1 - random.nextDouble()), age);
            double published = asPublished(model, history);
            assertThat(model.logLikelihood(history))
                    .as("seed %d, run %d: %s of %s", SEED, run, history, model)
                    .isCloseTo(published, within(1e-10 * (1 + Math.abs(published))));
        }
    }

    @Test
    void gradientIsTheSlope() {
        for (int run = 0; run < 100; run++) {
            List<PurchaseHistory> histories =
                    Stream.generate(() -> Histories.random(random)).limit(20).toList();
            BgNbdLikelihood likelihood =
                    new BgNbdLikelihood(Histories.sample(histories).sorted());
            double[] at = logs(randomModel());
            double[] gradient = new double[4];
            double value = likelihood.value(at, gradient);
            assertThat(gradient)
                    .as("seed %d, run %d", SEED, run)
                    .containsExactly(Slopes.of(likelihood, at), within(1e-8 * (1 + Math.abs(value))));
        }
    }

    @Test
    void aGroupOfEqualCustomersCountsAsEachOfThem() {
        // Given
        List<PurchaseHistory> histories =
                Stream.generate(() -> Histories.random(random)).limit(50).toList();
        TransactionSample grouped = new TransactionSample(TimeStep.WEEK);
        BgNbd model = randomModel();

        // When
        double sum = 0;
        for (int i = 0; i < histories.size(); i++) {
            grouped.add(histories.get(i), 1 + i % 7);
            sum += (1 + i % 7) * model.logLikelihood(histories.get(i));
        }
        double[] gradient = new double[4];
        double mean = -new BgNbdLikelihood(grouped.sorted()).value(logs(model), gradient);

        // Then
        assertThat(mean * grouped.customers()).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
    }

    @Test
    void staysFiniteAtExtremes() {
        List<PurchaseHistory> extremes = List.of(
                Histories.history(0, 0, 0),
                Histories.history(0, 0, 1e-9),
                Histories.history(0, 0, 1e6),
                Histories.history(1, 1e-9, 1e-9),
                Histories.history(1, 1e-9, 1e6),
                Histories.history(20_000, 1e-3, 1e4),
                Histories.history(20_000, 1e4, 1e4));
        for (double[] p : new double[][] {
            {0.243, 4.414, 0.793, 2.426}, {1e-4, 1e-4, 1e-4, 1e-4}, {1e4, 1e4, 1e4, 1e4}, {1e-4, 1e6, 1, 1}
        }) {
            BgNbd model = new BgNbd(p[0], p[1], p[2], p[3], TimeStep.WEEK);
            for (PurchaseHistory history : extremes) {
                assertThat(model.logLikelihood(history))
                        .as("%s of %s", history, model)
                        .isFinite();
                assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
                assertThat(model.expectedPurchases(history, 52)).isFinite().isNotNegative();
            }
        }
    }
}
