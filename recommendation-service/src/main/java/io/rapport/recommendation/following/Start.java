package io.rapport.recommendation.following;

import java.util.Map;

/** Where a reader of a topic begins. */
@FunctionalInterface
public interface Start extends io.rapport.platform.kafka.Start {
    /** With what comes from now on. */
    static Start atEnd() {
        return io.rapport.platform.kafka.Start.atEnd()::positions;
    }

    /** At these offsets by partition; a partition that is not named from its beginning. */
    static Start at(Map<Integer, Long> offsets) {
        return io.rapport.platform.kafka.Start.at(offsets)::positions;
    }
}
