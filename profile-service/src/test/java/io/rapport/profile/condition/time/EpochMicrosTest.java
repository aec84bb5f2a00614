package io.rapport.profile.computed.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-03-01T12:00:00.000001Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void everyMomentThatAnEventMayHaveComesBack(Instant at) {
        assertThat(Micros.instant(Micros.of(at))).isEqualTo(at);
    }
}
