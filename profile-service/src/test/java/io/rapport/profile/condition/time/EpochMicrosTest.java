package io.rapport.profile.condition.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochMicrosTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-03-01T12:00:00.000001Z",
                "2425-03-14T00:00:00Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void everyMomentThatAnEventMayHaveComesBack(Instant at) {
        assertThat(EpochMicros.instant(EpochMicros.of(at))).isEqualTo(at);
    }
}
