package io.rapport.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {
    private final Buckets buckets = new Buckets(1, 1, () -> 0);

    @Test
    void aCrowdOfNewcomersForgivesOnlyTheOldest() {
        // Given
        buckets.take("first", 1);
        for (int i = 1; i < Buckets.MOST; i++) {
            buckets.take("guest-" + i, 1);
        }
        // When
        buckets.take("newcomer", 1);
        // Then
        assertThatCode(() -> buckets.ask("first")).doesNotThrowAnyException();
        assertThatThrownBy(() -> buckets.ask("guest-1")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> buckets.ask("newcomer")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2::1, 20010db800010002/64",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "unknown, unknown"
    })
    void anAddressStandsForItsSubscriber(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}
