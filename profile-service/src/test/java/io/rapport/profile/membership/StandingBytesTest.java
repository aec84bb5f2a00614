package io.rapport.profile.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StandingBytesTest {
    @Test
    void aMomentCenturiesAheadThatAnAnswerWaitsForComesBack() {
        // Given
        Answer answer = new Answer(true, Instant.parse("2425-03-14T00:00:00Z"));
        Standing standing = new Standing(7, Instant.EPOCH, new TreeMap<>(), new TreeMap<>(Map.of(3, answer)));

        // When
        Standing read = StandingBytes.read(7, Instant.EPOCH, StandingBytes.write(standing));

        // Then
        assertThat(read.answers()).containsExactly(Map.entry(3, answer));
    }
}
