package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.session.CosineParameters;
import io.rapport.recommendation.session.ItemCosine;
import io.rapport.recommendation.session.Popularity;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.session.SessionRanker;
import io.rapport.recommendation.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The models that are compared on sessions, each from the sessions and its hyper-parameters. */
final class ClickModels {
    private static final int EXAMPLES = 40_000;

    private final boolean currentLeftOut;

    ClickModels(boolean currentLeftOut) {
        this.currentLeftOut = currentLeftOut;
    }

    Predictor popularity(Sessions sessions, Duration halfLife) {
        Popularity.Builder counts = Popularity.builder(halfLife);
        for (int session = 0; session < sessions.count(); session++) {
            for (int item : sessions.items(session)) {
                counts.add(item, sessions.endedAt(session));
            }
        }
        Popularity popularity = counts.build();
        return (clicks, limit) -> popularity.top(limit, allowed(clicks));
    }

    /** Plain item-kNN: the current item's nearest by cosine; it never proposes the current item itself. */
    Predictor itemCosine(Sessions sessions) {
        ItemCosine cosine = ItemCosine.build(sessions, CosineParameters.plain());
        return (clicks, limit) -> cosine.related(clicks[clicks.length - 1], limit, item -> true);
    }

    Predictor neighbours(Sessions sessions, SessionParameters parameters) {
        SessionIndex index = SessionIndex.build(sessions, parameters);
        return (clicks, limit) -> index.recommend(query(clicks, limit));
    }

    /** The refined neighbours and the re-ranker over them; the neighbours alone where there is too little to learn from. */
    Predictor ranked(Sessions sessions, SessionParameters parameters) {
        SessionIndex index = SessionIndex.build(sessions, parameters);
        Optional<SessionRanker> ranker = SessionRanker.fit(sessions, parameters, EXAMPLES);
        return (clicks, limit) -> {
            SessionQuery query = query(clicks, limit);
            return ranker.isPresent() ? ranker.get().recommend(index, query) : index.recommend(query);
        };
    }

    private SessionQuery query(int[] clicks, int limit) {
        SessionQuery query = SessionQuery.of(clicks, limit);
        return currentLeftOut ? query.withoutCurrent() : query;
    }

    /** m, k and the longest query. */
    static SessionParameters published(List<Double> values) {
        return SessionParameters.published(
                values.get(0).intValue(),
                values.get(1).intValue(),
                values.get(2).intValue());
    }

    /** In the order of {@link SessionParameters#tuned(int, int, int, double, double, double, double, double, double, double)}. */
    static SessionParameters refined(List<Double> values) {
        return SessionParameters.tuned(
                values.get(0).intValue(),
                values.get(1).intValue(),
                values.get(2).intValue(),
                values.get(3),
                values.get(4),
                values.get(5),
                values.get(6),
                values.get(7),
                values.get(8),
                values.get(9));
    }

    private IntPredicate allowed(int[] clicks) {
        int current = clicks[clicks.length - 1];
        return item -> !currentLeftOut || item != current;
    }
}
