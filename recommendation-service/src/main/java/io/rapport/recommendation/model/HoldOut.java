package io.rapport.recommendation.model;

import io.rapport.recommendation.model.BuildReport.Quality;
import io.rapport.recommendation.session.Popularity;
import io.rapport.recommendation.session.ScoredItem;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.session.Sessions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures a model before it is served: the newest sessions are held out, and their last items are asked of a model that
 * was built from the sessions before all of them. Split by time, so nothing leaks.
 */
final class HoldOut {
    private static final int LEAST_SESSIONS = 200;
    private static final int MOST_HELD_OUT = 1_000;
    private static final int CUT = 20;

    private final SessionIndex index;
    private final int[] popular;
    private int asked;
    private int hits;
    private int popularHits;
    private double reciprocalRanks;

    private HoldOut(SessionIndex index, int[] popular) {
        this.index = index;
        this.popular = popular;
    }

    static @Nullable Quality measure(Sessions sessions, SessionParameters parameters, Duration halfLife) {
        if (sessions.count() < LEAST_SESSIONS) {
            return null;
        }
        int cut = sessions.count() - Math.min(MOST_HELD_OUT, sessions.count() / 10);
        Sessions older = sessions.range(0, cut);
        HoldOut measure = new HoldOut(SessionIndex.build(older, parameters), popular(older, halfLife));
        IntStream.range(cut, sessions.count()).mapToObj(sessions::items).forEach(measure::ask);
        return measure.quality();
    }

    private static int[] popular(Sessions sessions, Duration halfLife) {
        Popularity.Builder popularity = Popularity.builder(halfLife);
        for (int session = 0; session < sessions.count(); session++) {
            for (int item : sessions.items(session)) {
                popularity.add(item, sessions.endedAt(session));
            }
        }
        return popularity.build().top(CUT, item -> true).stream()
                .mapToInt(ScoredItem::item)
                .toArray();
    }

    private void ask(int[] session) {
        int target = session[session.length - 1];
        int[] prefix = Arrays.copyOf(session, session.length - 1);
        List<ScoredItem> answer = index.recommend(SessionQuery.of(prefix, CUT));
        asked++;
        for (int rank = 0; rank < answer.size(); rank++) {
            if (answer.get(rank).item() == target) {
                hits++;
                reciprocalRanks += 1.0 / (rank + 1);
            }
        }
        popularHits += IntStream.of(popular).anyMatch(item -> item == target) ? 1 : 0;
    }

    private Quality quality() {
        return new Quality(asked, (double) hits / asked, reciprocalRanks / asked, (double) popularHits / asked);
    }
}
