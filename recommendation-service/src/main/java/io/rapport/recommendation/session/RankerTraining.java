package io.rapport.recommendation.session;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;

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
        return later(all).clicks() - later(all).count();
    }

    Regression run() {
        int[] order = shuffled();
        Arrays.stream(order, 0, Math.min(order.length, TO_SCALE_BY)).forEach(example -> {
            draw(example);
            fit.look(portrait.features);
        });
        fit.scale();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Arrays.stream(order).forEach(learningIn(epoch));
        }
        return fit.fitted();
    }

    /** What no proposal reaches teaches nothing. */
    private IntConsumer learningIn(int epoch) {
        return example -> {
            int clicked = draw(example);
            if (clicked >= 0) {
                fit.learn(portrait.features, clicked, epoch);
            }
        };
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
