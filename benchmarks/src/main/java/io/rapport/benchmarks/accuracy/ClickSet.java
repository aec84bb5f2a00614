package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.session.Sessions;
import java.util.List;

/**
 * A set of sessions to learn from, and questions from later sessions.
 *
 * @param currentLeftOut whether answers never hold the current item (the toy set's rule)
 * @param published what papers report on it, as they write it
 */
record ClickSet(
        String name, Sessions train, NextClicks test, boolean currentLeftOut, String about, List<Published> published) {
    private static final double VALIDATION = 0.1;

    /** The earlier sessions of the training part, for choosing hyper-parameters. */
    Sessions fitting() {
        return train.range(0, cut());
    }

    /** Questions from the later sessions of the training part, for choosing hyper-parameters. */
    NextClicks validation(int most) {
        return NextClicks.of(train.range(cut(), train.count())).sample(most);
    }

    private int cut() {
        return (int) (train.count() * (1 - VALIDATION));
    }
}
