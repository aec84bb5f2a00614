package io.rapport.recommendation.model;

import io.rapport.recommendation.config.RecommendationConfig;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the next build is due. */
final class ModelSchedule {
    private final RecommendationConfig.Models config;

    ModelSchedule(RecommendationConfig.Models config) {
        this.config = config;
    }

    /**
     * Whether to build now.
     *
     * @param effects how much the database has seen
     * @param ready the newest model, or null
     * @param lastStart when the last build began, also one that failed; or null
     */
    boolean due(long effects, @Nullable ModelRow ready, @Nullable Instant lastStart, Instant now) {
        long held = ready == null ? 0 : ready.effects();
        if (effects <= held || !passed(lastStart, now, config.leastInterval())) {
            return false;
        }
        boolean grown = effects - held >= held * config.growth();
        return grown || passed(lastStart, now, config.interval());
    }

    private static boolean passed(@Nullable Instant since, Instant now, Duration time) {
        return since == null || !now.isBefore(since.plus(time));
    }
}
