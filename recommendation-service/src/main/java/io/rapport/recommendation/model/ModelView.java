package io.rapport.recommendation.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as operators see it.
 *
 * @param state {@code none}, {@code queued}, {@code building}, {@code ready} or {@code failed}: of the latest build; {@code
 *     fitting} while a model is served and new weights of its re-ranker are learned
 * @param progress of that build or fitting, 0 to 1
 * @param version the newest ready one; 0 before the first
 * @param servedHere the version that the pod which answers serves
 * @param builds the latest builds, newest first, failed ones with what went wrong
 */
record ModelView(
        String name,
        String state,
        double progress,
        long version,
        long servedHere,
        @Nullable Instant builtAt,
        @Nullable BuildReport report,
        long bytes,
        @Nullable String sha256,
        int liveSessions,
        List<BuildView> builds) {

    /** One build. */
    record BuildView(
            long version,
            String state,
            double progress,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String detail) {}
}
