package io.rapport.recommendation.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @Test
    void monthsAndYearsGoByTheCalendar() {
        assertThat(Window.of("P1M").start(NOW)).isEqualTo("2026-02-28T12:00:00Z");
        assertThat(Window.of("P1Y").start(NOW)).isEqualTo("2025-03-31T12:00:00Z");
        assertThat(Window.of("P90D").start(NOW)).isEqualTo("2025-12-31T12:00:00Z");
        assertThat(Window.of("PT90M").start(NOW)).isEqualTo("2026-03-31T10:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "P", "-P1D", "P0D", "PT0S", "P999999999Y", "PT-5M"})
    void whatIsNoTimeBackIsRefused(String text) {
        assertThatThrownBy(() -> Window.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
