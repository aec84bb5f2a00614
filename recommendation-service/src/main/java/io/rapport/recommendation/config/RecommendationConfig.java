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

        /** The share of the time that builds may take which nobody asked for, above 0 and at most 1. */
        @WithDefault("0.1")
        double share();

        /** Built again once there is so much more to learn from, as a share of what it holds. */
        @WithDefault("0.1")
        double growth();

        /** Built again after so long in any case, if anything is new. */
        @WithDefault("PT1H")
        Duration interval();
    }

    Ranker ranker();

    /** How the session model's re-ranker learns: in the background, after a model is served. */
    interface Ranker {
        /** Whether there is one at all. */
        @WithDefault("true")
        boolean enabled();

        /** The most clicks that one fitting learns from; 20,000 take some fifteen seconds of CPU time. */
        @WithDefault("20000")
        int examples();

        /** With fewer clicks in the newest tenth of the sessions there is too little to learn from. */
        @WithDefault("500")
        int leastExamples();

        /** The most CPU time that one fitting learns for. */
        @WithDefault("PT1M")
        Duration cpu();

        /** How much of one core a fitting may take, so that answers do not wait for it. */
        @WithDefault("0.5")
        double share();

        /** The share of the heap that one re-ranker may take; a model whose re-ranker may need more is served without. */
        @WithDefault("0.15")
        double heap();

        /** Fitted again once there are so many more sessions, as a share of those that it was fitted for. */
        @WithDefault("0.5")
        double growth();

        /** Fitted again after so long in any case, if there are new sessions. */
        @WithDefault("P1D")
        Duration interval();
    }
}
