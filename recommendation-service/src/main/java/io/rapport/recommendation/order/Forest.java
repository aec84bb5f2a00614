package io.rapport.recommendation.order;

import java.util.ArrayList;
import java.util.List;

/** Small regression trees, each of which corrects what those before it and the regression got wrong. */
final class Forest {
    private final Softmax regression;
    private final List<Tree> trees = new ArrayList<>();

    Forest(Softmax regression) {
        this.regression = regression;
    }

    /** The candidate's log-odds, comparable with those of the same customer's other candidates. */
    double score(float[] row) {
        double score = regression.score(row);
        for (Tree tree : trees) {
            score += tree.value(row);
        }
        return score;
    }

    static Forest fit(List<Example> examples, RankerSettings settings) {
        Softmax regression = Softmax.fit(examples, settings.epochs(), settings.shrinkage());
        Forest forest = new Forest(regression);
        if (settings.trees() > 0) {
            Boosting boosting = new Boosting(examples, regression);
            for (int tree = 0; tree < settings.trees(); tree++) {
                forest.trees.add(boosting.grow());
            }
        }
        return forest;
    }
}
