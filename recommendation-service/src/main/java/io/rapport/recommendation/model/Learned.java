package io.rapport.recommendation.model;

import io.rapport.recommendation.model.BuildReport.Quality;
import io.rapport.recommendation.session.CosineParameters;
import io.rapport.recommendation.session.ItemCosine;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.Sessions;
import io.rapport.recommendation.session.Snapshot;
import java.time.Duration;
import java.time.Instant;

/** A model made of lessons, and what is to be said of it. */
record Learned(Snapshot snapshot, BuildReport report) {
    private static final SessionParameters SESSIONS = SessionParameters.tuned();
    private static final CosineParameters TOGETHER = CosineParameters.tuned();

    /** @param halfLife of popularity, for the measurement */
    static Learned of(Lessons lessons, Duration halfLife, Stopwatch watch) {
        Sessions sessions = lessons.sessions();
        Snapshot snapshot = new Snapshot(
                lessons.items(),
                SessionIndex.build(sessions, SESSIONS, lessons.newest()),
                ItemCosine.build(sessions, TOGETHER),
                ItemCosine.build(lessons.orders(), TOGETHER),
                lessons.popularity());
        watch.lap("build");
        Quality quality = HoldOut.measure(sessions, SESSIONS, halfLife);
        watch.lap("measure");
        BuildReport report = new BuildReport(
                lessons.interactions(),
                sessions.count(),
                lessons.orderCount(),
                lessons.items().size(),
                lessons.interactions() == 0 ? null : Instant.ofEpochMilli(lessons.newest()),
                watch.laps(),
                quality);
        return new Learned(snapshot, report);
    }
}
