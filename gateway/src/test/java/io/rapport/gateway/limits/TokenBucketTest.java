package io.rapport.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void aDebtIsPaidBeforeAnythingIsGivenAgain() {
        // Given
        TokenBucket bucket = new TokenBucket(10, 20, 0);
        // When
        long large = bucket.take(50, 0);
        // Then
        assertThat(large).isZero();
        assertThat(bucket.take(1, 0)).isEqualTo(31 * SECOND / 10);
        assertThat(bucket.take(1, 3 * SECOND)).isEqualTo(SECOND / 10);
        assertThat(bucket.take(1, 31 * SECOND / 10)).isZero();
    }

    @Test
    void askingTakesNothing() {
        TokenBucket bucket = new TokenBucket(1, 1, 0);
        assertThat(bucket.take(0, 0)).isZero();
        assertThat(bucket.take(1, 0)).isZero();
        assertThat(bucket.take(0, 0)).isPositive();
    }

    @Test
    void itNeverHoldsMoreThanItsBurst() {
        TokenBucket bucket = new TokenBucket(100, 5, 0);
        for (int i = 0; i < 5; i++) {
            assertThat(bucket.take(1, 1_000 * SECOND)).isZero();
        }
        assertThat(bucket.take(1, 1_000 * SECOND)).isPositive();
    }
}
