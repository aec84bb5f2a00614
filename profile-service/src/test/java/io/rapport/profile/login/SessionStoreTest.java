package io.rapport.profile.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.caller.Role;
import io.rapport.profile.operator.Operator;
import io.rapport.profile.testing.ServiceTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionStoreTest extends ServiceTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final Operator operator =
            new Operator("s-" + UUID.randomUUID(), null, Set.of(Role.SUPPORT), "unused", 1, START, START);

    @Inject
    SessionStore sessions;

    @Inject
    LoginRetention retention;

    @BeforeEach
    void createTheOperator() {
        Logins.create(operator.username(), "support");
    }

    private String open(Instant at) {
        return sessions.open(operator, at).await().atMost(SOON).orElseThrow();
    }

    private Refresh refresh(String token, Instant at) {
        return sessions.refresh(token, at).await().atMost(SOON);
    }

    @Test
    void aRefreshTokenThatLayUnusedForAWeekIsRefused() {
        assertThat(refresh(open(START), START.plus(Duration.ofDays(7)))).isInstanceOf(Refresh.Refused.class);
        assertThat(refresh(open(START), START.plus(Duration.ofDays(6)))).isInstanceOf(Refresh.Rotated.class);
    }

    @Test
    void aSessionInUseEndsAfterThirtyDaysAllTheSame() {
        // Given
        String token = open(START);
        for (int day = 5; day <= 25; day += 5) {
            token = ((Refresh.Rotated) refresh(token, START.plus(Duration.ofDays(day)))).refreshToken();
        }

        // Then
        assertThat(refresh(token, START.plus(Duration.ofDays(30)))).isInstanceOf(Refresh.Refused.class);
    }

    @Test
    void noSessionOpensUnderAPasswordThatWasReplacedInTheMeantime() {
        // Given
        Operator before = new Operator(operator.username(), null, Set.of(Role.SUPPORT), "unused", 0, START, START);

        // Then
        assertThat(sessions.open(before, START).await().atMost(SOON)).isEqualTo(Optional.empty());
    }

    @Test
    void endedSessionsAreSweptAndOpenOnesAreNot() {
        // Given
        open(START);
        String fresh = open(START.plus(Duration.ofDays(6)));

        // When
        retention.sweep(pool, START.plus(Duration.ofDays(8))).await().atMost(SOON);

        // Then
        assertThat(count("select count(*) from operator_session where username = $1", operator.username()))
                .isEqualTo(1);
        assertThat(refresh(fresh, START.plus(Duration.ofDays(8)))).isInstanceOf(Refresh.Rotated.class);
    }
}
