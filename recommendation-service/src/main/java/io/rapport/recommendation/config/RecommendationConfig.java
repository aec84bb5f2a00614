package io.rapport.recommendation.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of recommendation-service; each default is right for a laptop and for a shop of medium size. */
@ConfigMapping(prefix = "rapport.recommendation")
public interface RecommendationConfig {
    /** The pause after which a visitor's next click begins a new session. */
    @WithDefault("PT30M")
    Duration sessionGap();

    /** The most clicks of one session; a longer one is cut. */
    @WithDefault("50")
    int longestSession();

    /** The most sessions that a pod keeps since the model was built. */
    @WithDefault("50000")
    int mostLiveSessions();

    /** A choice so much older than the newest counts half for popularity. */
    @WithDefault("P14D")
    Duration popularityHalfLife();

    /** How long an answer waits for the visitor's history before it does without. */
    @WithDefault("PT0.1S")
    Duration historyDeadline();

    Models models();

    /** When models are built. */
    interface Models {
        /** How often a pod looks for a newer model, and whether one is due. */
        @WithDefault("PT2S")
        Duration check();

        /** The least time between two builds that nobody asked for. */
        @WithDefault("PT20S")
        Duration leastInterval();

        /** Built again once there is so much more to learn from, as a share of what it holds. */
        @WithDefault("0.1")
        double growth();

        /** Built again after so long in any case, if anything is new. */
        @WithDefault("PT1H")
        Duration interval();
    }
}
