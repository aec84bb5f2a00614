package io.rapport.profile.signingkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration TOKEN = Duration.ofMinutes(15);
    private static final Duration MONTH = Duration.ofDays(30);

    private static SigningKey key(String kid, Instant signsFrom) {
        return new SigningKey(kid, "{}", "", signsFrom, signsFrom, signsFrom.plus(Duration.ofDays(32)));
    }

    private final SigningKey old = key("old", NOW.minus(Duration.ofDays(20)));
    private final SigningKey next = key("next", NOW.plusSeconds(5));

    @Test
    void aKeySignsOnlyOnceItsTimeHasCome() {
        // Given
        KeyRing ring = new KeyRing(List.of(old, next));

        // Then
        assertThat(ring.signer(NOW, TOKEN)).contains(old);
        assertThat(ring.signer(NOW.plusSeconds(5), TOKEN)).contains(next);
    }

    @Test
    void aKeyThatATokenWouldOutliveDoesNotSign() {
        assertThat(new KeyRing(List.of(old)).signer(old.notAfter().minus(TOKEN), TOKEN))
                .isEmpty();
    }

    @Test
    void aSucceededKeyStaysUntilItsLastTokenHasExpired() {
        // When
        List<SigningKey> ended = new KeyRing(List.of(old)).endedBy(next, TOKEN);

        // Then a token signed in the last moment before the change is good to its end
        Instant lastToken = next.signsFrom().plus(TOKEN);
        assertThat(ended).containsExactly(old.until(lastToken.plus(KeyRing.SLACK)));
        assertThat(new KeyRing(ended).spent(lastToken)).isEmpty();
        assertThat(new KeyRing(ended).spent(lastToken.plus(KeyRing.SLACK))).hasSize(1);
    }

    @Test
    void aKeyThatEndsSoonerIsNotProlonged() {
        // Given
        SigningKey ending = old.until(NOW.plusSeconds(10));

        // Then
        assertThat(new KeyRing(List.of(ending)).endedBy(next, TOKEN)).isEmpty();
    }

    @Test
    void aKeyIsDueAtThirtyDaysAndAnEmptyRingAtOnce() {
        KeyRing ring = new KeyRing(List.of(key("k", NOW.minus(MONTH))));
        assertThat(ring.isDue(NOW, MONTH)).isTrue();
        assertThat(ring.isDue(NOW.minusSeconds(1), MONTH)).isFalse();
        assertThat(new KeyRing(List.of()).isDue(NOW, MONTH)).isTrue();
    }
}
