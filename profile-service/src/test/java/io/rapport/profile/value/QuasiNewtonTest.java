package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.profile.value.Convergence.Outcome;
import org.junit.jupiter.api.Test;

class QuasiNewtonTest {
    private static final Objective ROSENBROCK = (at, gradient) -> {
        double x = at[0];
        double valley = at[1] - x * x;
        gradient[0] = -2 * (1 - x) - 400 * x * valley;
        gradient[1] = 200 * valley;
        return (1 - x) * (1 - x) + 100 * valley * valley;
    };

    private static Box box(double lower, double upper) {
        return new Box(new double[] {lower, lower}, new double[] {upper, upper});
    }

    @Test
    void findsTheEndOfRosenbrocksValley() {
        Minimum minimum = QuasiNewton.minimise(ROSENBROCK, box(-5, 5), new double[] {-1.2, 1});
        assertThat(minimum.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(minimum.at()).containsExactly(new double[] {1, 1}, within(1e-7));
    }

    @Test
    void stopsAtABoundAndSaysSo() {
        Minimum minimum = QuasiNewton.minimise(ROSENBROCK, box(-5, 0.5), new double[] {-1.2, 0.3});
        assertThat(minimum.outcome()).isEqualTo(Outcome.AT_BOUND);
        assertThat(minimum.at()).containsExactly(new double[] {0.5, 0.25}, within(1e-7));
    }

    @Test
    void aFunctionWithoutValuesStalls() {
        Objective nowhere = (at, gradient) -> {
            gradient[0] = 1;
            return Double.NaN;
        };
        assertThat(QuasiNewton.minimise(nowhere, box(-1, 1), new double[] {0, 0})
                        .outcome())
                .isEqualTo(Outcome.STALLED);
    }
}
