package io.rapport.recommendation.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A second look at what the session index proposes: neighbours and transitions propose candidates, and a small softmax
 * regression over what is known of each decides. Its weights are learned from the newest tenth of the sessions, with a
 * model of the nine tenths before; then the model is built again from all of them and the weights are kept. Immutable,
 * safe for any number of threads.
 */
public final class SessionRanker {
    /** With fewer there is too little to learn from. */
    public static final int LEAST_EXAMPLES = 500;

    private static final ThreadLocal<Portrait> SCRATCH = ThreadLocal.withInitial(Portrait::new);

    private final ItemKnowledge knowledge;
    private final Regression regression;

    SessionRanker(ItemKnowledge knowledge, Regression regression) {
        this.knowledge = knowledge;
        this.regression = regression;
    }

    /**
     * Learns from these sessions, with at most that many examples, which takes about half a minute for 40,000; empty when
     * the newest tenth of the sessions has fewer than {@value #LEAST_EXAMPLES}.
     */
    public static Optional<SessionRanker> fit(Sessions sessions, SessionParameters parameters, int examples) {
        if (Math.min(examples, examples(sessions)) < LEAST_EXAMPLES) {
            return Optional.empty();
        }
        return Optional.of(fit(sessions, parameters, examples, FittingWatch.NONE));
    }

    /** Learns from these sessions, however few they are, with at most that many examples and for as long as it may. */
    public static SessionRanker fit(Sessions sessions, SessionParameters parameters, int examples, FittingWatch watch) {
        Regression learned = new RankerTraining(sessions, parameters, examples).run(watch);
        return new SessionRanker(ItemKnowledge.build(sessions), learned);
    }

    /** How many examples there are in these sessions: the clicks of the newest tenth but each session's first. */
    public static int examples(Sessions sessions) {
        return RankerTraining.available(sessions);
    }

    /** The most memory that what it knows of items takes, for a model of those sessions: bytes. */
    public static long mostBytes(SessionIndex index) {
        return ItemKnowledge.mostBytes(index.itemBound(), index.log.clicks());
    }

    /** Only the weights, to be kept until {@link #over} gives them something to weigh. */
    public SessionRanker bare() {
        return over(Sessions.builder(1).build());
    }

    /** The same weights over what these sessions tell of the items. */
    public SessionRanker over(Sessions sessions) {
        return new SessionRanker(ItemKnowledge.build(sessions), regression);
    }

    /** The best items for a session, the best first; their scores are probabilities among the candidates. */
    public List<ScoredItem> recommend(SessionIndex index, SessionQuery query) {
        return recommend(index.alone(), query);
    }

    List<ScoredItem> recommend(Corpus corpus, SessionQuery query) {
        if (query.items.length == 0) {
            return List.of();
        }
        Portrait portrait = SCRATCH.get();
        portrait.draw(corpus, knowledge, query);
        return explained(query, portrait, best(query, portrait));
    }

    void write(SnapshotWriter out) throws IOException {
        knowledge.write(out);
        regression.write(out);
    }

    static SessionRanker read(SnapshotReader in) throws IOException {
        return new SessionRanker(ItemKnowledge.read(in), Regression.read(in));
    }

    private TopItems best(SessionQuery query, Portrait portrait) {
        double[] probabilities = regression.probabilities(portrait.features);
        TopItems top = new TopItems();
        top.reset(query.limit);
        for (int row = 0; row < probabilities.length; row++) {
            if (top.admits(portrait.candidates.item(row), probabilities[row])) {
                top.add(portrait.candidates.item(row), probabilities[row]);
            }
        }
        top.sort();
        return top;
    }

    private List<ScoredItem> explained(SessionQuery query, Portrait portrait, TopItems best) {
        SessionScorer scorer = portrait.candidates.scorer;
        scorer.explain(best);
        List<ScoredItem> answer = new ArrayList<>(best.count);
        for (int rank = 0; rank < best.count; rank++) {
            int item = best.item(rank);
            answer.add(new ScoredItem(item, best.score(rank), evidence(query, portrait.candidates, item)));
        }
        return answer;
    }

    /** Neighbours, where any voted for the item; else it was in the session, or is two steps from the last click. */
    private Evidence evidence(SessionQuery query, Candidates candidates, int item) {
        if (candidates.scorer.scores.find(item) >= 0) {
            return candidates.scorer.evidence(item);
        }
        int times =
                (int) Arrays.stream(query.items).filter(click -> click == item).count();
        return times > 0
                ? new Evidence.FromSession(times)
                : new Evidence.FromSteps(query.items[query.items.length - 1], candidates.over(item, knowledge));
    }
}
