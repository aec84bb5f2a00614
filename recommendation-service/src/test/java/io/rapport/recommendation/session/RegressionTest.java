package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final int TELLING = 7;
    private static final int CANDIDATES = 10;
    private static final long SEED = 71;

    private final Random random = new Random(SEED);
    private final Features features = new Features();

    @Test
    void findsTheFeatureThatTells() {
        // Given
        System.out.println("seed " + SEED);
        Regression.Fit fit = new Regression.Fit();
        for (int i = 0; i < 200; i++) {
            fill();
            fit.look(features);
        }
        fit.scale();
        // When
        for (int i = 0; i < 3000; i++) {
            fit.learn(features, fill(), 0);
        }
        // Then
        int right = 0;
        for (int i = 0; i < 200; i++) {
            int clicked = fill();
            double[] probabilities = fit.fitted().probabilities(features);
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
            right +=
                    probabilities[clicked] == Arrays.stream(probabilities).max().orElseThrow() ? 1 : 0;
        }
        assertThat(right).isGreaterThan(150);
    }

    @Test
    void knowsNothingBeforeItHasLearned() {
        // Given
        fill();
        // When
        double[] probabilities = new Regression().probabilities(features);
        // Then
        assertThat(probabilities).containsOnly(1.0 / CANDIDATES);
    }

    /** Noise, but the candidate that will be clicked has more of one feature; answers its row. */
    private int fill() {
        int clicked = random.nextInt(CANDIDATES);
        features.clear(CANDIDATES);
        for (int row = 0; row < CANDIDATES; row++) {
            features.begin(row);
            for (int column = 0; column < Features.COLUMNS; column++) {
                double noise = random.nextGaussian() * (column + 1);
                features.put(column == TELLING && row == clicked ? noise + 30 : noise);
            }
            features.end(row);
        }
        return clicked;
    }
}
