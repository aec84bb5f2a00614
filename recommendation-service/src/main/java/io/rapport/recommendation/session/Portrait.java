package io.rapport.recommendation.session;

/**
 * Describes the candidates of one query in numbers, for the re-ranker to weigh: what neighbours, transitions and vectors
 * say of each, whether and when it was in this session, and what is known of the item. Scratch space: one a thread.
 */
final class Portrait {
    private static final int CLICKS = 10;
    private static final double RECENCY = 4;
    private static final int STEPS_APART = 6;
    private static final double[] BY_STEP = byStep();

    final Candidates candidates = new Candidates();
    final Features features = new Features();
    private final Links forward = new Links();
    private final Links backward = new Links();
    private final Links next = new Links();
    private final Links cosine = new Links();
    private Corpus corpus;
    private ItemKnowledge knowledge;
    private int[] clicks;
    private double length;
    private double variety;
    private double mostVote;

    /** Proposes candidates and fills a row of features for each. */
    void draw(Corpus corpus, ItemKnowledge knowledge, SessionQuery asked) {
        this.corpus = corpus;
        this.knowledge = knowledge;
        this.clicks = asked.items;
        candidates.propose(corpus, knowledge.transitions(), asked);
        length = Math.log(clicks.length);
        variety = (double) distinctClicks() / clicks.length;
        mostVote = mostVote();
        link();
        features.clear(candidates.count());
        for (int row = 0; row < candidates.count(); row++) {
            describe(row, candidates.item(row));
        }
    }

    private void describe(int row, int item) {
        features.begin(row);
        putNeighbours(row, item);
        forward.put(row, features);
        backward.put(row, features);
        next.put(row, features);
        cosine.put(row, features);
        features.putScore(candidates.twoHops(item));
        putVectors(item);
        putRepetition(item);
        putFacts(item);
        features.end(row);
    }

    private void putNeighbours(int row, int item) {
        ItemScores scores = candidates.scorer.scores;
        int slot = scores.find(item);
        features.putScore(candidates.neighbours(item));
        features.put(Math.log1p(row));
        features.put(Math.log1p(slot < 0 ? 0 : scores.voters[slot]));
        features.putScore(slot < 0 ? 0 : scores.bestVote(slot) / mostVote);
    }

    private void putVectors(int item) {
        double last = 0;
        double before = 0;
        double most = -1;
        double sum = 0;
        double weights = 0;
        for (int step = 0; step < Math.min(CLICKS, clicks.length); step++) {
            double near = knowledge.vectors().cosine(click(step), item);
            last = step == 0 ? near : last;
            before = step <= 1 ? near : before;
            most = Math.max(most, near);
            sum += recency(step) * near;
            weights += recency(step);
        }
        features.put(last);
        features.put(before);
        features.put(most);
        features.put(sum / weights);
    }

    private void putRepetition(int item) {
        int times = 0;
        int latest = -1;
        int earliest = -1;
        boolean followed = false;
        for (int step = 0; step < clicks.length; step++) {
            if (click(step) == item) {
                times++;
                latest = latest < 0 ? step : latest;
                earliest = step;
                followed |= step + 1 < clicks.length && click(step + 1) == click(0);
            }
        }
        features.put(Math.log1p(times));
        features.put(latest < 0 ? 0 : 1.0 / (1 + latest));
        features.put(earliest < 0 ? 0 : 1.0 / (1 + earliest));
        for (int step = 0; step < STEPS_APART; step++) {
            features.put(latest == step);
        }
        features.put(followed);
        putSession(times > 0, latest == 0, item);
    }

    /** A session's own features are the same for all its candidates, so they tell only together with one of theirs. */
    private void putSession(boolean held, boolean last, int item) {
        ItemFacts facts = knowledge.facts();
        features.put(held);
        features.put(held ? length : 0);
        features.put(held ? variety : 0);
        features.put(held ? facts.rate(facts.repeats, item) : 0);
        features.put(last ? length : 0);
        features.put(last ? variety : 0);
        features.put(last ? facts.rate(facts.doubles, item) : 0);
    }

    private void putFacts(int item) {
        ItemFacts facts = knowledge.facts();
        double gap = facts.age(click(0)) - facts.age(item);
        int live = corpus.live().frequency(item);
        double popularity = facts.logPopularity(item, live);
        double recent = facts.logRecent(item, live);
        features.put(popularity);
        features.put(recent);
        features.put(recent - popularity);
        features.put(facts.age(item));
        features.put(gap);
        features.put(Math.abs(gap));
        features.putScore(facts.sinceSeen(item, live));
        features.put(facts.rate(facts.repeats, item));
        features.put(facts.rate(facts.doubles, item));
        features.put(facts.rate(facts.endings, item));
    }

    private void link() {
        forward.clear(candidates.count());
        backward.clear(candidates.count());
        next.clear(candidates.count());
        cosine.clear(candidates.count());
        for (int step = 0; step < Math.min(CLICKS, clicks.length); step++) {
            if (isFirstMention(step)) {
                linkFrom(click(step), step);
            }
        }
    }

    private void linkFrom(int item, int step) {
        Transitions transitions = knowledge.transitions();
        for (int at = transitions.start(item); at < transitions.end(item); at++) {
            int row = candidates.row(transitions.items[at]);
            if (row >= 0) {
                forward.add(row, step, recency(step), transitions.forward[at] / (transitions.forwardSum[item] + 1));
                backward.add(row, step, recency(step), transitions.backward[at] / (transitions.backwardSum[item] + 1));
                next.add(row, step, recency(step), transitions.next[at] / (knowledge.facts().clicks[item] + 1));
                cosine.add(row, step, recency(step), transitions.cosine(item, at));
            }
        }
    }

    private int distinctClicks() {
        int count = 0;
        for (int step = 0; step < clicks.length; step++) {
            count += isFirstMention(step) ? 1 : 0;
        }
        return count;
    }

    /** Whether no later click is on the same item. */
    private boolean isFirstMention(int step) {
        for (int later = 0; later < step; later++) {
            if (click(later) == click(step)) {
                return false;
            }
        }
        return true;
    }

    private double mostVote() {
        ItemScores scores = candidates.scorer.scores;
        double most = Double.MIN_NORMAL;
        for (int slot = 0; slot < scores.count; slot++) {
            most = Math.max(most, scores.bestVote(slot));
        }
        return most;
    }

    /** The item that was clicked so many steps back. */
    private int click(int step) {
        return clicks[clicks.length - 1 - step];
    }

    private static double recency(int step) {
        return BY_STEP[step];
    }

    private static double[] byStep() {
        double[] weights = new double[CLICKS];
        for (int step = 0; step < CLICKS; step++) {
            weights[step] = Math.exp(-step / RECENCY);
        }
        return weights;
    }
}
