package io.rapport.profile.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @Test
    void everyNameHasItsCutoffAndTheStarIsForTheOthers() {
        RetentionRules.Cutoffs cutoffs = RetentionRules.of(List.of("Product Viewed=P30D", " a=b = P1M", "*=P2Y"))
                .at(NOW);

        assertThat(cutoffs.byName())
                .containsEntry("Product Viewed", Instant.parse("2026-03-01T12:00:00Z"))
                .containsEntry("a=b", Instant.parse("2026-02-28T12:00:00Z"));
        assertThat(cutoffs.others()).isEqualTo("2024-03-31T12:00:00Z");
        assertThat(cutoffs.latest()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(cutoffs.ofAll()).isEqualTo("2024-03-31T12:00:00Z");
    }

    @Test
    void withoutAStarNoMonthGoesAsAWhole() {
        assertThat(RetentionRules.of(List.of("Product Viewed=P30D")).at(NOW).ofAll())
                .isNull();
        assertThat(RetentionRules.of(List.of()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Product Viewed", "=P1D", "Product Viewed=", "a=PT1H", "a=P0D", "a=-P1D", "a=1 day"})
    void whatIsNoRuleIsRefused(String line) {
        assertThatThrownBy(() -> RetentionRules.of(List.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }

    @Test
    void aNameThatIsSaidTwiceIsRefused() {
        assertThatThrownBy(() -> RetentionRules.of(List.of("a=P1D", "a=P2D"))).hasMessageContaining("a=P2D");
    }
}
