package io.rapport.recommendation.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A build as the table has it.
 *
 * @param offsets of the profiles' events: the first of each partition that the model does not hold
 * @param effects the count of effects in the database that it holds
 * @param fitting how far a re-ranker's fitting for this model is, 0 to 1; null when none is under way
 * @param detail why it failed, or null
 */
record ModelRow(
        long version,
        State state,
        double progress,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Map<Integer, Long> offsets,
        long effects,
        @Nullable BuildReport report,
        long bytes,
        @Nullable String sha256,
        @Nullable Double fitting,
        @Nullable String detail) {

    enum State {
        BUILDING,
        READY,
        FAILED
    }
}
