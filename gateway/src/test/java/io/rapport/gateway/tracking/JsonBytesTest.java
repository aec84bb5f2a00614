package io.rapport.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.rules.Timestamps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonBytesTest {
    @Test
    void anInstantIsReadAsTheSameOne() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        JsonBytes out = new JsonBytes();
        for (int i = 0; i < 20_000; i++) {
            // Given
            Instant instant = Instant.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_300_800L))
                    .plusNanos(random.nextInt(1_000_000_000));
            Instant expected = random.nextBoolean() ? instant : instant.truncatedTo(ChronoUnit.MILLIS);
            // When
            out.clear();
            out.instant(expected);
            // Then
            String text = out.toString();
            assertThat(Instant.parse(text.substring(1, text.length() - 1))).isEqualTo(expected);
            assertThat(Timestamps.parse(text.substring(1, text.length() - 1))).isEqualTo(expected);
        }
    }
}
