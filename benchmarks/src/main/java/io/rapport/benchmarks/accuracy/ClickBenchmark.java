package io.rapport.benchmarks.accuracy;

import io.rapport.recommendation.session.Sessions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Measures all models on one set of sessions. Hyper-parameters are chosen on the last tenth of the training part. */
final class ClickBenchmark {
    private static final Search.Axis LENGTH = Search.Axis.of("longest query", 1, 3.0, 5.0, 9.0, 15.0);
    private static final List<Search.Axis> PUBLISHED =
            List.of(Search.Axis.of("m", 1, 500.0, 1000.0, 2500.0), Search.Axis.of("k", 0, 100.0, 300.0, 500.0), LENGTH);
    private static final List<Search.Axis> REFINED = List.of(
            Search.Axis.of("m", 0, 1000.0, 2500.0),
            Search.Axis.of("k", 1, 100.0, 300.0, 500.0),
            Search.Axis.of("longest query", 1, 9.0, 15.0),
            Search.Axis.of("λq", 1, 2.0, 4.0, 8.0),
            Search.Axis.of("ρ", 1, 1.5, 2.0, 3.0),
            Search.Axis.of("β", 1, 0.25, 0.4, 0.6),
            Search.Axis.of("λF", 1, 1.25, 1.75, 2.5),
            Search.Axis.of("λB", 1, 3.0, 5.0, 8.0),
            Search.Axis.of("gB", 1, 0.4, 0.6, 0.8),
            Search.Axis.of("δ", 1, 0.1, 0.25, 0.4));
    private static final List<Search.Axis> HALF_LIFE =
            List.of(Search.Axis.of("half-life in hundredths of the training span", 2, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0));

    private final ClickSet set;
    private final ClickModels models;
    private final NextClicks validation;
    private final PrintStream log;

    ClickBenchmark(ClickSet set, int validationQuestions, PrintStream log) {
        this.set = set;
        this.models = new ClickModels(set.currentLeftOut());
        this.validation = set.validation(validationQuestions);
        this.log = log;
    }

    SetResult run() {
        log.printf(
                Locale.ROOT,
                "%s: %,d sessions, %,d clicks, %,d questions, %,d for validation%n",
                set.name(),
                set.train().count(),
                set.train().clicks(),
                set.test().count(),
                validation.count());
        List<Row> rows = new ArrayList<>();
        rows.add(plain(Kind.POPULARITY_EVER, "", train -> models.popularity(train, Duration.ZERO)));
        rows.add(tuned(
                Kind.POPULARITY_DECAYED,
                "",
                HALF_LIFE,
                (train, values) -> models.popularity(train, hundredths(train, values.get(0)))));
        rows.add(plain(Kind.ITEM_KNN, "cosine to the last click", models::itemCosine));
        rows.add(tuned(
                Kind.PUBLISHED_KNN,
                "",
                PUBLISHED,
                (train, values) -> models.neighbours(train, ClickModels.published(values))));
        Chosen refined = choose(REFINED, this::neighbours);
        rows.add(measure(Kind.REFINED_KNN, "", train -> neighbours(train, refined.values()), refined.described()));
        rows.add(measure(
                Kind.OURS,
                "refined weights, then re-ranked",
                train -> models.ranked(train, ClickModels.refined(refined.values())),
                "the same weights"));
        return new SetResult(set.name(), about(), false, rows, set.published());
    }

    private Row plain(Kind kind, String detail, Function<Sessions, Predictor> fit) {
        return measure(kind, detail, fit, "");
    }

    private Row tuned(
            Kind kind, String detail, List<Search.Axis> axes, BiFunction<Sessions, List<Double>, Predictor> fit) {
        Chosen chosen = choose(axes, fit);
        return measure(kind, detail, train -> fit.apply(train, chosen.values()), chosen.described());
    }

    private Chosen choose(List<Search.Axis> axes, BiFunction<Sessions, List<Double>, Predictor> fit) {
        Search search = new Search(axes, 2, log);
        Sessions fitting = set.fitting();
        List<Double> values = search.best(
                tried -> Figures.of(fit.apply(fitting, tried), validation).quality());
        return new Chosen(values, search.describe(values));
    }

    private Predictor neighbours(Sessions train, List<Double> values) {
        return models.neighbours(train, ClickModels.refined(values));
    }

    private Row measure(Kind kind, String detail, Function<Sessions, Predictor> fit, String parameters) {
        long start = System.nanoTime();
        Figures figures = Figures.of(fit.apply(set.train()), set.test());
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

    private String about() {
        return String.format(
                Locale.ROOT,
                "%,d sessions with %,d clicks to learn from, %,d questions. %s%s",
                set.train().count(),
                set.train().clicks(),
                set.test().count(),
                set.about(),
                set.currentLeftOut() ? " The current item is left out of the answers." : "");
    }

    private static Duration hundredths(Sessions train, double hundredths) {
        double span = train.newest() - train.endedAt(0);
        return Duration.ofMillis(Math.max(1, (long) (span * hundredths / 100)));
    }

    private record Chosen(List<Double> values, String described) {}
}
