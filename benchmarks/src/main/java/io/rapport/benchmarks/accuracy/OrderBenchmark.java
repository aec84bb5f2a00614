package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.order.OrderRanker;
import io.rapport.recommendation.order.RankerSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Measures all models on one shop's orders. Hyper-parameters are chosen on an earlier split of what is learned from. */
final class OrderBenchmark {
    static final List<Search.Axis> MIX = List.of(
            Search.Axis.of("shrinkage", 1, 0.0, 2.0, 10.0),
            Search.Axis.of("order length power", 1, 0.0, 0.5, 1.0, 1.5),
            Search.Axis.of("half-life of orders", 1, 7.0, 20.0, 60.0, 365.0),
            Search.Axis.of("of popularity", 1, 3.0, 7.0, 21.0, 90.0),
            Search.Axis.of("bought before", 2, 0.0, 0.5, 1.0, 2.0, 4.0, 8.0),
            Search.Axis.of("popular", 1, 0.1, 0.3, 1.0, 3.0, 10.0),
            Search.Axis.of("half-life of bought before", 1, 30.0, 120.0, 365.0),
            Search.Axis.of("of history", 1, 30.0, 120.0, 365.0));
    private static final List<Search.Axis> PUBLISHED = List.of(
            Search.Axis.of("m", 1, 500.0, 1000.0, 2500.0),
            Search.Axis.of("k", 1, 100.0, 300.0, 1000.0),
            Search.Axis.of("longest query", 1, 10.0, 30.0, 64.0));
    private static final List<Search.Axis> HALF_LIFE =
            List.of(Search.Axis.of("half-life in days", 2, 1.0, 2.0, 3.0, 7.0, 14.0, 30.0, 90.0));

    private static final List<Search.Axis> RANKER = List.of(Search.Axis.of("trees", 2, 0.0, 30.0, 60.0));

    private final OrderSet set;
    private final Repeats repeats;
    private final OrderTask task;
    private final OrderTask validation;
    private final PrintStream log;

    OrderBenchmark(OrderSet set, Repeats repeats, PrintStream log) {
        this.set = set;
        this.repeats = repeats;
        this.task = set.task();
        this.validation = set.before(task.moment()).task();
        this.log = log;
    }

    SetResult run() {
        log.printf(
                Locale.ROOT,
                "%s (%s): %,d orders before %s, %,d customers who order again, %,d for validation%n",
                set.name(),
                repeats.rule,
                task.before().size(),
                Instant.ofEpochMilli(task.moment()),
                task.questions().size(),
                validation.questions().size());
        List<Row> rows = new ArrayList<>();
        rows.add(plain(Kind.POPULARITY_EVER, "", of -> OrderModels.popularity(of, Duration.ZERO)));
        rows.add(tuned(
                Kind.POPULARITY_DECAYED,
                "",
                HALF_LIFE,
                (of, values) -> OrderModels.popularity(of, OrderModels.days(values.get(0)))));
        rows.add(plain(Kind.ITEM_KNN, "cosine to all that was bought", OrderModels::itemCosine));
        rows.add(tuned(Kind.PUBLISHED_KNN, "over orders", PUBLISHED, OrderModels::neighbours));
        rows.add(tuned(Kind.MIXED, "bought before, goes with it, popular", MIX, OrderModels::mix));
        return ranked(rows);
    }

    /** The ranker's row, and what its candidates could reach at most. */
    private SetResult ranked(List<Row> rows) {
        RankerSettings settings = RankerSettings.tuned(repeats == Repeats.ALLOWED);
        OrderRanker grown = OrderModels.ranker(validation, settings);
        Search search = new Search(RANKER, 2, log);
        List<Double> values = search.best(tried -> repeats.figures(
                        OrderModels.asking(grown.withTrees(tried.get(0).intValue()), validation), validation)
                .quality());
        long start = System.nanoTime();
        OrderRanker ranker =
                OrderModels.ranker(task, settings).withTrees(values.get(0).intValue());
        rows.add(measured(
                Kind.OURS,
                "candidates of seven kinds of evidence, ranked by regression and trees",
                OrderModels.asking(ranker, task),
                search.describe(values),
                start));
        Bounds bounds = Bounds.of(task, repeats, ranker);
        log.println("  " + bounds.sentence());
        return new SetResult(title(), about() + " " + bounds.sentence(), true, rows, List.of());
    }

    private Row plain(Kind kind, String detail, Function<OrderTask, OrderPredictor> fit) {
        return measure(kind, detail, fit, "");
    }

    private Row tuned(
            Kind kind, String detail, List<Search.Axis> axes, BiFunction<OrderTask, List<Double>, OrderPredictor> fit) {
        Search search = new Search(axes, 2, log);
        List<Double> values = search.best(tried ->
                repeats.figures(fit.apply(validation, tried), validation).quality());
        return measure(kind, detail, of -> fit.apply(of, values), search.describe(values));
    }

    private Row measure(Kind kind, String detail, Function<OrderTask, OrderPredictor> fit, String parameters) {
        long start = System.nanoTime();
        return measured(kind, detail, fit.apply(task), parameters, start);
    }

    private Row measured(Kind kind, String detail, OrderPredictor model, String parameters, long start) {
        Figures figures = repeats.figures(model, task);
        double seconds = (System.nanoTime() - start) / 1e9;
        Row row = new Row(kind, detail, figures, parameters, seconds);
        log.printf(
                Locale.ROOT,
                "  %s: HR@20 %.2f, MRR@20 %.2f, %.1f s%n",
                row.model(),
                figures.hitRate(),
                figures.mrr(),
                seconds);
        return row;
    }

    private String title() {
        return set.name() + (repeats == Repeats.ALLOWED ? ", repeats allowed" : ", first purchases only");
    }

    private String about() {
        return String.format(
                Locale.ROOT,
                "%,d orders before %s to learn from; asked for the next order of %,d customers who had ordered before, %s. %s",
                task.before().size(),
                Instant.ofEpochMilli(task.moment()),
                task.questions().size(),
                repeats.rule,
                set.about());
    }
}
