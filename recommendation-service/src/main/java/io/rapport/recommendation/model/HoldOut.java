package io.rapport.recommendation.model;

import io.rapport.recommendation.model.BuildReport.Figures;
import io.rapport.recommendation.model.BuildReport.Quality;
import io.rapport.recommendation.session.Popularity;
import io.rapport.recommendation.session.ScoredItem;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.session.SessionRanker;
import io.rapport.recommendation.session.Sessions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures a model before it is served: the newest sessions are held out, and their last items are asked of a model that
 * was built from the sessions before all of them. Split by time, so nothing leaks. As sessions come, the split only moves
 * forward: weights that were fitted before an earlier split have not seen what is held out by a later one.
 */
final class HoldOut {
    private static final int LEAST_SESSIONS = 200;
    private static final int MOST_HELD_OUT = 1_000;
    private static final int CUT = 20;

    private final Sessions older;
    private final Sessions heldOut;
    private final SessionIndex index;
    private final List<ScoredItem> popular;

    private HoldOut(Sessions all, SessionParameters parameters, Duration halfLife) {
        this.older = older(all);
        this.heldOut = all.range(cut(all), all.count());
        this.index = SessionIndex.build(older, parameters);
        this.popular = popular(older, halfLife);
    }

    /** Whether there are sessions enough to hold some out. */
    static boolean isPossible(Sessions sessions) {
        return sessions.count() >= LEAST_SESSIONS;
    }

    static HoldOut of(Sessions sessions, SessionParameters parameters, Duration halfLife) {
        return new HoldOut(sessions, parameters, halfLife);
    }

    /** The sessions before the held-out ones. */
    static Sessions older(Sessions all) {
        return all.range(0, cut(all));
    }

    Sessions older() {
        return older;
    }

    /** @param ranker made of the older sessions; null to do without */
    Quality measure(@Nullable SessionRanker ranker) {
        return Quality.of(
                heldOut.count(),
                ask(index::recommend),
                ranker == null ? null : ask(query -> ranker.recommend(index, query)),
                ask(query -> popular));
    }

    private Figures ask(Function<SessionQuery, List<ScoredItem>> model) {
        int hits = 0;
        double reciprocalRanks = 0;
        for (int session = 0; session < heldOut.count(); session++) {
            int[] clicks = heldOut.items(session);
            int[] prefix = Arrays.copyOf(clicks, clicks.length - 1);
            int rank = rank(clicks[clicks.length - 1], model.apply(SessionQuery.of(prefix, CUT)));
            hits += rank > 0 ? 1 : 0;
            reciprocalRanks += rank > 0 ? 1.0 / rank : 0;
        }
        return new Figures((double) hits / heldOut.count(), reciprocalRanks / heldOut.count());
    }

    /** The item's place in the answer, from 1; 0 when it is not of it. */
    private static int rank(int item, List<ScoredItem> answer) {
        for (int place = 0; place < answer.size(); place++) {
            if (answer.get(place).item() == item) {
                return place + 1;
            }
        }
        return 0;
    }

    private static int cut(Sessions all) {
        return all.count() - Math.min(MOST_HELD_OUT, all.count() / 10);
    }

    private static List<ScoredItem> popular(Sessions sessions, Duration halfLife) {
        Popularity.Builder popularity = Popularity.builder(halfLife);
        for (int session = 0; session < sessions.count(); session++) {
            for (int item : sessions.items(session)) {
                popularity.add(item, sessions.endedAt(session));
            }
        }
        return popularity.build().top(CUT, item -> true);
    }
}
