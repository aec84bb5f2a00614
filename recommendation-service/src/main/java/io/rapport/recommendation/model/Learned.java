package io.rapport.recommendation.model;

import io.rapport.recommendation.model.BuildReport.Fitting;
import io.rapport.recommendation.model.BuildReport.Quality;
import io.rapport.recommendation.session.CosineParameters;
import io.rapport.recommendation.session.ItemCosine;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.SessionRanker;
import io.rapport.recommendation.session.Sessions;
import io.rapport.recommendation.session.Snapshot;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model made of lessons, and what is to be said of it. */
record Learned(Snapshot snapshot, BuildReport report) {
    private static final SessionParameters SESSIONS = SessionParameters.tuned();
    private static final CosineParameters TOGETHER = CosineParameters.tuned();

    /**
     * The re-ranker's weights until then: they stay in use until new ones are fitted, as fitting takes long.
     *
     * @param weights what is served; null where nothing is
     * @param fitting the latest, also one that came to nothing
     */
    record Before(@Nullable SessionRanker weights, @Nullable Fitting fitting) {
        static final Before NOTHING = new Before(null, null);
    }

    /** @param halfLife of popularity, for the measurement */
    static Learned of(Lessons lessons, Duration halfLife, Before before, Stopwatch watch) {
        Sessions sessions = lessons.sessions();
        Snapshot plain = new Snapshot(
                lessons.items(),
                SessionIndex.build(sessions, SESSIONS, lessons.newest()),
                ItemCosine.build(sessions, TOGETHER),
                ItemCosine.build(lessons.orders(), TOGETHER),
                lessons.popularity());
        watch.lap("build");
        Quality quality = measure(sessions, halfLife, before.weights());
        watch.lap("measure");
        boolean reranked = quality != null && quality.prefersReranked();
        Snapshot snapshot = reranked ? plain.rankedBy(before.weights()) : plain;
        watch.lap("rank");
        BuildReport report = new BuildReport(
                lessons.interactions(),
                sessions.count(),
                lessons.orderCount(),
                lessons.items().size(),
                lessons.interactions() == 0 ? null : Instant.ofEpochMilli(lessons.newest()),
                watch.laps(),
                quality,
                before.weights() == null || reranked ? before.fitting() : null);
        return new Learned(snapshot, report);
    }

    /** Weights that are no longer better are not served, and new ones are due: their fitting is forgotten. */
    private static @Nullable Quality measure(Sessions sessions, Duration halfLife, @Nullable SessionRanker weights) {
        if (!HoldOut.isPossible(sessions)) {
            return null;
        }
        HoldOut holdOut = HoldOut.of(sessions, SESSIONS, halfLife);
        return holdOut.measure(weights == null ? null : weights.over(holdOut.older()));
    }
}
