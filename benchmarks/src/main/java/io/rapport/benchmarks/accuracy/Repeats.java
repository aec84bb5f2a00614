package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.session.Purchase;
import io.rapport.recommendation.session.ScoredItem;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Whether what a customer bought before may be proposed, and so counts as a right answer. */
enum Repeats {
    ALLOWED("anything may be proposed and counts"),
    LEFT_OUT("what the customer bought before is neither proposed nor counted, as on a shop's home page");

    final String rule;

    Repeats(String rule) {
        this.rule = rule;
    }

    /** Every item of every next order is a target of its own. */
    Figures figures(OrderPredictor model, OrderTask task) {
        Figures figures = new Figures();
        for (OrderTask.Question question : task.questions()) {
            IntPredicate allowed = allowed(question);
            long start = Figures.cpuNanos();
            List<ScoredItem> answer = model.predict(question.customer(), Figures.LIMIT, allowed);
            figures.took(Figures.cpuNanos() - start);
            figures.count(answer, targets(question));
        }
        return figures;
    }

    /** What may be proposed to the customer. */
    IntPredicate allowed(OrderTask.Question question) {
        IntSet bought =
                this == ALLOWED ? IntSet.of() : bought(question.customer().history());
        return item -> !bought.contains(item);
    }

    /** What of the next order counts. */
    IntList targets(OrderTask.Question question) {
        IntPredicate allowed = allowed(question);
        return new IntArrayList(
                question.next().items().intStream().filter(allowed).iterator());
    }

    private static IntSet bought(List<Purchase> history) {
        IntSet bought = new IntOpenHashSet();
        history.forEach(purchase -> bought.add(purchase.item()));
        return bought;
    }
}
