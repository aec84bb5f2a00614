package io.rapport.recommendation.model;

import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.model.BuildReport.Fitting;
import io.rapport.recommendation.model.BuildReport.Quality;
import io.rapport.recommendation.session.SessionRanker;
import io.rapport.recommendation.session.Snapshot;
import java.time.Duration;
import java.time.Instant;

/**
 * Weights of the re-ranker, and how good they are: learned from the sessions before the held-out ones, and worth serving if
 * they answer those better than the neighbours alone.
 */
record Fitted(SessionRanker ranker, Quality quality, Fitting fitting) {

    /** Learns them from this model's sessions. */
    static Fitted of(
            Snapshot snapshot, Duration halfLife, RecommendationConfig.Ranker config, PacedWatch watch, Instant at) {
        HoldOut holdOut =
                HoldOut.of(snapshot.sessions().log(), snapshot.sessions().parameters(), halfLife);
        SessionRanker ranker =
                SessionRanker.fit(holdOut.older(), snapshot.sessions().parameters(), config.examples(), watch);
        Quality quality = holdOut.measure(ranker);
        int examples = Math.min(config.examples(), SessionRanker.examples(holdOut.older()));
        return new Fitted(
                ranker.bare(),
                quality,
                new Fitting(
                        at,
                        snapshot.sessions().sessions(),
                        examples,
                        watch.cpu().toMillis(),
                        quality.prefersReranked()));
    }
}
