package io.rapport.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-01T12:34:56Z, 2026-05-01T12:34:56Z",
        "2026-05-01t12:34:56z, 2026-05-01T12:34:56Z",
        "2026-05-01 12:34:56, 2026-05-01T12:34:56Z",
        "2026-05-01T12:34:56.1Z, 2026-05-01T12:34:56.100Z",
        "2026-05-01T12:34:56.123456789Z, 2026-05-01T12:34:56.123456789Z",
        "2026-05-01T12:34:56.1234567891Z, 2026-05-01T12:34:56.123456789Z",
        "2026-05-01T12:34:56+02:00, 2026-05-01T10:34:56Z",
        "2026-05-01T12:34:56-0530, 2026-05-01T18:04:56Z",
        "2026-05-01T12:34:56+02, 2026-05-01T10:34:56Z",
        "2026-05-01T12:34Z, 2026-05-01T12:34:00Z",
        "2026-05-01T12:34:60Z, 2026-05-01T12:35:00Z",
        "2026-05-01, 2026-05-01T00:00:00Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z"
    })
    void whatSdksSendIsRead(String text, Instant expected) {
        assertThat(Timestamps.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "1767225600",
                "2026",
                "2026-05",
                "2026-5-1",
                "2026-13-01",
                "2026-02-30",
                "2026-05-01T",
                "2026-05-01T1",
                "2026-05-01T24:00:00Z",
                "2026-05-01T12:60:00Z",
                "2026-05-01T12:34:61Z",
                "2026-05-01T12:34:56.Z",
                "2026-05-01T12:34:56X",
                "2026-05-01T12:34:56Zx",
                "2026-05-01T12:34:56+99:00",
                "2026-05-01T12:34:56+",
                "+12026-05-01T12:34:56Z",
                "2026-05-01X12:34:56Z",
                "2026-05-01T12:34:56+02:0",
                "٢٠٢٦-05-01"
            })
    void whatIsNoTimestampIsNone(String text) {
        assertThat(Timestamps.parse(text)).isNull();
    }
}
