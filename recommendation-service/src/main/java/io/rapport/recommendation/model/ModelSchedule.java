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
     * @param latest the latest build, also one that failed; or null
     */
    boolean due(long effects, @Nullable ModelRow ready, @Nullable ModelRow latest, Instant now) {
        long held = ready == null ? 0 : ready.effects();
        Instant lastStart = latest == null ? null : latest.startedAt();
        if (effects <= held || !passed(lastStart, now, config.leastInterval()) || !rested(latest, now)) {
            return false;
        }
        boolean grown = effects - held >= held * config.growth();
        return grown || passed(lastStart, now, config.interval());
    }

    /** While much comes in, a large model would else be built without a pause, at the expense of the answers. */
    private boolean rested(@Nullable ModelRow latest, Instant now) {
        if (latest == null || latest.finishedAt() == null) {
            return true;
        }
        Duration took = Duration.between(latest.startedAt(), latest.finishedAt());
        return passed(latest.startedAt(), now, Duration.ofMillis((long) (took.toMillis() / config.share())));
    }

    private static boolean passed(@Nullable Instant since, Instant now, Duration time) {
        return since == null || !now.isBefore(since.plus(time));
    }
}
