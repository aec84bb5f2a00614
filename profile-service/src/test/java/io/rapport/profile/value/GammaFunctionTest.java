package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GammaFunctionTest {
    @Test
    void logarithmsOfFactorialsAreExact() {
        double factorial = 0;
        for (int n = 1; n < 200; n++) {
            factorial += Math.log(n);
            assertThat(GammaFunction.log(n + 1)).isCloseTo(factorial, within(1e-13 * (1 + factorial)));
        }
    }

    @Test
    void knownValuesAreMet() {
        assertThat(GammaFunction.log(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-14));
        assertThat(GammaFunction.log(1e-8)).isCloseTo(-Math.log(1e-8), within(1e-7));
        // Minus Euler's constant, and that less 2 ln 2 (DLMF 5.4.12 and 5.4.13).
        assertThat(GammaFunction.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-14));
        assertThat(GammaFunction.digamma(0.5)).isCloseTo(-0.5772156649015329 - 2 * Math.log(2), within(1e-14));
    }

    @Test
    void digammaRisesByTheInverse() {
        for (double x = 1e-3; x < 1e5; x *= 1.7) {
            assertThat(GammaFunction.digamma(x + 1) - GammaFunction.digamma(x))
                    .isCloseTo(1 / x, within(1e-12 * (1 + 1 / x)));
        }
    }
}
