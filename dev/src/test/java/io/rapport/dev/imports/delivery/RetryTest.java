package io.rapport.dev.imports.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | PT7S",
                "0 | PT0S",
                "Thu, 01 Jan 2026 00:00:30 GMT | PT30S",
                "Wed, 31 Dec 2025 00:00:30 GMT | PT0S"
            })
    void aServerSaysWhenToComeAgainInSecondsOrByDate(String value, Duration wait) {
        // Given
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, each) -> true);

        // When, Then
        assertThat(RetryAfter.of(headers, NOW)).contains(wait);
    }

    @Test
    void whatIsNoTimeIsNotObeyed() {
        // Given
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of("soon")), (name, each) -> true);

        // When, Then
        assertThat(RetryAfter.of(headers, NOW)).isEmpty();
    }

    @Test
    void waitsGrowToACeilingWithJitterAndNeverFallBelowWhatIsAsked() {
        // Given
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Patience patience = Patience.of(Duration.ofMinutes(5), new Random(seed));

        // When, Then
        for (int attempt = 0; attempt < 200; attempt++) {
            assertThat(patience.before(attempt, Optional.empty())).isBetween(Duration.ZERO, Duration.ofSeconds(20));
            assertThat(patience.before(attempt, Optional.of(Duration.ofSeconds(3))))
                    .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(23));
        }
        assertThat(patience.before(0, Optional.empty())).isLessThan(Duration.ofMillis(200));
    }
}
