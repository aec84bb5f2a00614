package io.rapport.recommendation.model;

import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionRanker;
import io.rapport.recommendation.session.Sessions;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** When the re-ranker's weights are to be fitted again. */
final class RankerSchedule {
    private static final Logger LOG = Logger.getLogger(RankerSchedule.class);

    private final RecommendationConfig.Ranker config;
    private boolean told;

    RankerSchedule(RecommendationConfig.Ranker config) {
        this.config = config;
    }

    /** Whether to fit now, where the latest fitting was that one, or none. */
    boolean due(SessionIndex model, BuildReport.@Nullable Fitting last, Instant now) {
        return config.enabled() && isWorthIt(model.log(), last, now) && enough(model.log()) && hasRoom(model);
    }

    /** A fitting, a build and what is served may each hold one at once, and a heap that is full ends the process. */
    private boolean hasRoom(SessionIndex model) {
        long bytes = SessionRanker.mostBytes(model);
        boolean room = bytes <= config.heap() * Runtime.getRuntime().maxMemory();
        if (!room && !told) {
            LOG.warnf("The model is not re-ranked: that may take %,d bytes, too much of this heap", bytes);
            told = true;
        }
        return room;
    }

    /** Whether there is enough to learn from, and to measure on. */
    private boolean enough(Sessions sessions) {
        return HoldOut.isPossible(sessions)
                && SessionRanker.examples(HoldOut.older(sessions)) >= config.leastExamples();
    }

    private boolean isWorthIt(Sessions sessions, BuildReport.@Nullable Fitting last, Instant now) {
        if (last == null) {
            return true;
        }
        boolean grown = sessions.count() >= last.sessions() * (1 + config.growth());
        boolean old = !now.isBefore(last.at().plus(config.interval()));
        return grown || (old && sessions.count() != last.sessions());
    }
}
