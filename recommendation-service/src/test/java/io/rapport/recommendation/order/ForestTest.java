package io.rapport.recommendation.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestTest {
    private static final long SEED = 71;
    private static final int CANDIDATES = 20;

    private final Random random = new Random(SEED);

    ForestTest() {
        System.out.println("seed " + SEED);
    }

    @Test
    void theRegressionFindsTheColumnThatTells() {
        // Given
        List<Example> examples = examples(false);
        // When
        Softmax fitted = Softmax.fit(examples, 3, 0);
        // Then
        assertThat(right(examples(false), fitted::score)).isGreaterThan(250);
    }

    @Test
    void treesFindWhatOnlyTwoColumnsTogetherTell() {
        // Given: what is bought has the same sign in both columns, so that neither alone says anything
        List<Example> examples = examples(true);
        // When
        Forest alone = Forest.fit(examples, settings(0));
        Forest withTrees = Forest.fit(examples, settings(150));
        // Then
        List<Example> fresh = examples(true);
        assertThat(right(fresh, alone::score)).isLessThan(100);
        assertThat(right(fresh, withTrees::score)).isGreaterThan(2 * right(fresh, alone::score));
    }

    private static RankerSettings settings(int trees) {
        return new RankerSettings(true, 1, Duration.ofDays(1), Duration.ofDays(1), 3, 0, trees);
    }

    private List<Example> examples(boolean together) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            float[][] rows = new float[CANDIDATES][];
            for (int row = 0; row < CANDIDATES; row++) {
                rows[row] = together ? signs(row == 0) : shifted(row == 0);
            }
            examples.add(new Example(rows, 1, 1));
        }
        return examples;
    }

    private float[] shifted(boolean bought) {
        return new float[] {(float) random.nextGaussian(), (float) (10 * random.nextGaussian() + (bought ? 40 : 0)), 5};
    }

    private float[] signs(boolean bought) {
        float one = (float) random.nextGaussian();
        float other = (float) Math.abs(random.nextGaussian());
        boolean same = bought || random.nextInt(12) == 0;
        return new float[] {one, one > 0 == same ? other : -other, (float) random.nextGaussian()};
    }

    private static int right(List<Example> examples, java.util.function.ToDoubleFunction<float[]> score) {
        int right = 0;
        for (Example example : examples) {
            double bought = score.applyAsDouble(example.rows()[0]);
            boolean best = true;
            for (int row = 1; row < example.rows().length; row++) {
                best &= score.applyAsDouble(example.rows()[row]) < bought;
            }
            right += best ? 1 : 0;
        }
        return right;
    }
}
