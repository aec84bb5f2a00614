package io.rapport.recommendation.model;

import io.rapport.recommendation.config.RecommendationConfig;
import java.time.Duration;

/** The re-ranker's settings in tests: as fast as it goes. */
class FittingTerms implements RecommendationConfig.Ranker {
    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int examples() {
        return 2_000;
    }

    @Override
    public int leastExamples() {
        return 1_000;
    }

    @Override
    public Duration cpu() {
        return Duration.ofMinutes(1);
    }

    @Override
    public double share() {
        return 1;
    }

    @Override
    public double heap() {
        return 0.15;
    }

    @Override
    public double growth() {
        return 0.5;
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }
}
