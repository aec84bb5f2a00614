package io.rapport.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.config.RecommendationConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final ModelSchedule schedule = new ModelSchedule(new RecommendationConfig.Models() {
        @Override
        public Duration check() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration leastInterval() {
            return Duration.ofMinutes(1);
        }

        @Override
        public double share() {
            return 0.1;
        }

        @Override
        public double growth() {
            return 0.1;
        }

        @Override
        public Duration interval() {
            return Duration.ofHours(1);
        }
    });

    @Test
    void firstModelIsDueAtTheFirstInteraction() {
        assertThat(due(0, null, null)).isFalse();
        assertThat(due(1, null, null)).isTrue();
    }

    @Test
    void failedBuildIsNotTriedAgainAtOnce() {
        assertThat(due(1, null, ago("PT30S"))).isFalse();
        assertThat(due(1, null, ago("PT1M"))).isTrue();
    }

    @Test
    void aTenthMoreIsWorthABuild() {
        assertThat(due(1_099, holding(1_000), ago("PT10M"))).isFalse();
        assertThat(due(1_100, holding(1_000), ago("PT10M"))).isTrue();
        assertThat(due(1_100, holding(1_000), ago("PT30S"))).isFalse();
    }

    @Test
    void anythingNewIsWorthOneAfterAnHourAndNothingNewNever() {
        assertThat(due(1_001, holding(1_000), ago("PT1H"))).isTrue();
        assertThat(due(1_000, holding(1_000), ago("P30D"))).isFalse();
    }

    @Test
    void whatTookLongRestsNineTimesAsLong() {
        assertThat(schedule.due(1_100, holding(1_000), build(ago("PT10M"), ago("PT9M")), NOW))
                .isTrue();
        assertThat(schedule.due(1_100, holding(1_000), build(ago("PT9M59S"), ago("PT8M59S")), NOW))
                .isFalse();
    }

    private boolean due(long effects, @Nullable ModelRow ready, @Nullable Instant lastStart) {
        return schedule.due(effects, ready, lastStart == null ? null : build(lastStart, lastStart), NOW);
    }

    private static ModelRow build(Instant from, Instant to) {
        return new ModelRow(1, ModelRow.State.READY, 1, from, to, Map.of(), 0, null, 1, "00", null, null);
    }

    private static Instant ago(String time) {
        return NOW.minus(Duration.parse(time));
    }

    private static ModelRow holding(long effects) {
        return new ModelRow(1, ModelRow.State.READY, 1, NOW, NOW, Map.of(), effects, null, 1, "00", null, null);
    }
}
