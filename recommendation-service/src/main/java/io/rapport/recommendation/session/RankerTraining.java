package io.rapport.recommendation.session;

import java.util.Arrays;
import java.util.Random;

/** Learns the re-ranker's weights: what the newest tenth of the sessions clicked next, as seen from the time before it. */
final class RankerTraining {
    private static final double EARLIER = 0.9;
    private static final int EPOCHS = 3;
    private static final int TO_SCALE_BY = 4000;
    private static final long SEED = 20_220_612;

    private final Sessions later;
    private final Corpus corpus;
    private final ItemKnowledge knowledge;
    private final Portrait portrait = new Portrait();
    private final Regression.Fit fit = new Regression.Fit();
    /** The examples: a session and the place of the click that is to be foretold. */
    private final int[] sessions;

    private final int[] places;

    RankerTraining(Sessions all, SessionParameters parameters, int most) {
        Sessions earlier = all.range(0, cut(all));
        this.later = later(all);
        this.corpus = SessionIndex.build(earlier, parameters).alone();
        this.knowledge = ItemKnowledge.build(earlier);
        int clicks = available(all);
        int examples = Math.min(most, clicks);
        this.sessions = new int[examples];
        this.places = new int[examples];
        spread(examples, clicks);
    }

    /** How many examples these sessions give: every click of the newest tenth but the sessions' first. */
    static int available(Sessions all) {
        int cut = cut(all);
        return all.starts[all.count()] - all.starts[cut] - (all.count() - cut);
    }

    /** Learns from all examples in several rounds, or until the watch has it enough. */
    Regression run(FittingWatch watch) {
        int[] order = shuffled();
        int scaledBy = Math.min(order.length, TO_SCALE_BY);
        int rounds = EPOCHS * order.length;
        double all = scaledBy + rounds;
        boolean goesOn = true;
        for (int i = 0; i < scaledBy && goesOn; i++) {
            draw(order[i]);
            fit.look(portrait.features);
            goesOn = watch.goesOn(i / all);
        }
        fit.scale();
        for (int i = 0; i < rounds && goesOn; i++) {
            learn(order[i % order.length], i / order.length);
            goesOn = watch.goesOn((scaledBy + i) / all);
        }
        return fit.fitted();
    }

    /** What no proposal reaches teaches nothing. */
    private void learn(int example, int epoch) {
        int clicked = draw(example);
        if (clicked >= 0) {
            fit.learn(portrait.features, clicked, epoch);
        }
    }

    /** Draws the example's candidates, and answers the row of the one that was clicked, −1 when it is none of them. */
    private int draw(int example) {
        int[] clicks = later.items(sessions[example]);
        SessionQuery query = SessionQuery.of(Arrays.copyOf(clicks, places[example]), 1);
        portrait.draw(corpus, knowledge, query);
        return portrait.candidates.row(clicks[places[example]]);
    }

    /** Takes examples evenly from all clicks after a session's first. */
    private void spread(int examples, int clicks) {
        int click = 0;
        int taken = 0;
        for (int session = 0; session < later.count(); session++) {
            for (int place = 1; place < later.length(session); place++) {
                if (taken < examples && (long) click * examples / clicks >= taken) {
                    sessions[taken] = session;
                    places[taken++] = place;
                }
                click++;
            }
        }
    }

    private static Sessions later(Sessions all) {
        return all.range(cut(all), all.count());
    }

    private static int cut(Sessions all) {
        return (int) (all.count() * EARLIER);
    }

    private int[] shuffled() {
        Random random = new Random(SEED);
        int[] order = new int[sessions.length];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
