package io.rapport.profile.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.profile.access.AccessConfig;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final AccessConfig.Login CONFIG = new AccessConfig.Login() {
        @Override
        public Duration accessToken() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration refreshToken() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration session() {
            return Duration.ofDays(30);
        }

        @Override
        public int freeAttempts() {
            return 3;
        }

        @Override
        public Duration firstWait() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration longestWait() {
            return Duration.ofMinutes(15);
        }
    };

    private static Attempts after(int failures) {
        Attempts attempts = Attempts.none(NOON);
        for (int i = 0; i < failures; i++) {
            attempts = attempts.next(NOON, CONFIG);
        }
        return attempts;
    }

    @Test
    void theFirstOnesAreFree() {
        assertThat(after(2).wait(NOON)).isZero();
        assertThat(after(3).wait(NOON)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theWaitDoublesUpToItsMost() {
        assertThat(after(4).wait(NOON)).isEqualTo(Duration.ofMinutes(1));
        assertThat(after(5).wait(NOON)).isEqualTo(Duration.ofMinutes(2));
        assertThat(after(8).wait(NOON)).isEqualTo(Duration.ofMinutes(15));
        assertThat(after(500).wait(NOON)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theWaitEnds() {
        assertThat(after(3).wait(NOON.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
        assertThat(after(3).wait(NOON.plusSeconds(30))).isZero();
    }

    @Test
    void aLongRestForgetsThem() {
        // Given
        Instant later = NOON.plus(Attempts.FORGOTTEN_AFTER).plusSeconds(1);

        // When
        Attempts next = after(9).next(later, CONFIG);

        // Then
        assertThat(next.failures()).isEqualTo(1);
        assertThat(next.wait(later)).isZero();
    }
}
