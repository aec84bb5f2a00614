package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.order.OrderRanker;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Comparator;
import java.util.Locale;

/**
 * What HR@20 could be at most, in per cent, by who knows the next orders already. They say how far a figure can go on a
 * set; nothing is chosen by them.
 *
 * @param fixedList by the same 20 items for everybody, the most frequent targets
 * @param candidates by choosing 20 of those candidates that the ranker was offered
 * @param anything by naming 20 of each customer's targets: a larger order cannot be told in full
 */
record Bounds(double fixedList, double candidates, double anything) {

    static Bounds of(OrderTask task, Repeats repeats, OrderRanker ranker) {
        Int2IntOpenHashMap wanted = new Int2IntOpenHashMap();
        double all = 0;
        double offered = 0;
        double told = 0;
        for (OrderTask.Question question : task.questions()) {
            IntList targets = repeats.targets(question);
            IntSet candidates = ranker.candidates(question.customer(), task.moment(), repeats.allowed(question));
            targets.forEach(target -> wanted.addTo(target, 1));
            all += targets.size();
            offered +=
                    upToLimit(targets.intStream().filter(candidates::contains).count());
            told += upToLimit(targets.size());
        }
        return new Bounds(100 * mostWanted(wanted) / all, 100 * offered / all, 100 * told / all);
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "Known in hindsight only: the best 20 items that are the same for everybody reach HR@20 %.2f, the best 20 "
                        + "of the candidates that the ranker was offered %.2f, and 20 of everything that was bought %.2f.",
                fixedList,
                candidates,
                anything);
    }

    private static double mostWanted(Int2IntOpenHashMap wanted) {
        return wanted.values()
                .intStream()
                .boxed()
                .sorted(Comparator.reverseOrder())
                .limit(Figures.LIMIT)
                .mapToInt(count -> count)
                .sum();
    }

    private static long upToLimit(long targets) {
        return Math.min(Figures.LIMIT, targets);
    }
}
