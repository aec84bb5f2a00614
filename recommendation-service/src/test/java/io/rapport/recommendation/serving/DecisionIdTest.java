package io.rapport.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionIdTest {
    @Test
    void isOfVersionSevenAndSortsByTime() {
        UUID earlier = DecisionId.at(1_700_000_000_000L);
        UUID later = DecisionId.at(1_700_000_000_001L);
        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier.getMostSignificantBits() >>> 16).isEqualTo(1_700_000_000_000L);
        assertThat(later.toString()).isGreaterThan(earlier.toString());
    }
}
