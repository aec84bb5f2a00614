package io.rapport.profile.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingBytesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-03-01T12:00:00.000001Z",
                "2425-03-14T00:00:00Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void whateverMomentAnAnswerWaitsForComesBack(Instant next) {
        // Given
        Answer answer = new Answer(true, next);
        Standing standing = new Standing(7, Instant.EPOCH, new TreeMap<>(), new TreeMap<>(Map.of(3, answer)));

        // When
        Standing read = StandingBytes.read(7, Instant.EPOCH, StandingBytes.write(standing));

        // Then
        assertThat(read.answers()).containsExactly(Map.entry(3, answer));
    }
}
