package io.rapport.dev.imports.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineDisplayTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();
    private final LineDisplay display = new LineDisplay(new PrintWriter(text), nanos::get);

    @Test
    void aLineTellsEveryFiveSecondsHowFarItIsAndHowLongItTakes() {
        // Given
        display.begin("reading", 1_000, Display.BYTES);

        // When
        for (int second = 1; second <= 12; second++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            display.at(second * 10L, second + " rows");
        }

        // Then
        assertThat(text.toString().lines())
                .containsExactly("reading   5% · 5 rows · about 95 s left", "reading  10% · 10 rows · about 90 s left");
    }

    @Test
    void spansAreForPeople() {
        assertThat(Spans.text(Duration.ofMillis(1_240))).isEqualTo("1.2 s");
        assertThat(Spans.text(Duration.ofSeconds(99))).isEqualTo("99 s");
        assertThat(Spans.text(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Spans.text(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}
