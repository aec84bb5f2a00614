package io.rapport.recommendation.order;

import java.util.ArrayList;
import java.util.Arrays;
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
        return regression.score(row) + correction(row);
    }

    private double correction(float[] row) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return sum;
    }

    /**
     * The scores of one customer's candidates. The trees look only at so many that the regression likes best, as most
     * have no chance and trees cost more; the others are at negative infinity.
     */
    double[] scores(float[][] rows, int looked) {
        double[] scores = Arrays.stream(rows).mapToDouble(regression::score).toArray();
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double least = sorted.length <= looked ? Double.NEGATIVE_INFINITY : sorted[sorted.length - looked];
        for (int row = 0; row < rows.length; row++) {
            scores[row] = scores[row] < least ? Double.NEGATIVE_INFINITY : scores[row] + correction(rows[row]);
        }
        return scores;
    }

    /** The same with only the first so many of the trees, as it would have been grown with no more. */
    Forest first(int count) {
        Forest smaller = new Forest(regression);
        smaller.trees.addAll(trees.subList(0, count));
        return smaller;
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
