package io.rapport.profile.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.SourceType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void keepsMomentsToTheMicrosecondAsTheDatabaseDoes() {
        Instant made = Instant.parse("2026-11-22T12:00:00.123456789Z");

        Source source = new Source("web", "Shop", SourceType.WEB, false, "key", "sealed", made, made);

        assertThat(source.createdAt()).isEqualTo("2026-11-22T12:00:00.123456Z");
        assertThat(source.updatedAt()).isEqualTo("2026-11-22T12:00:00.123456Z");
    }
}
