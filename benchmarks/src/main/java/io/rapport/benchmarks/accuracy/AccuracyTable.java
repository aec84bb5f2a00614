package io.rapport.benchmarks.accuracy;

import java.util.Locale;

/** The results as Markdown: a line of each for the summary, and a part of each. */
final class AccuracyTable {
    private static final String COLUMNS =
            "| set | popularity, all of time | decayed | item-kNN | VMIS-kNN as published | refined | **ours** | "
                    + "times all of time | times decayed | asked and hit: decayed | ours |";

    private final StringBuilder text = new StringBuilder();

    static String summaryHead() {
        AccuracyTable table = new AccuracyTable();
        table.line("HR@20 in per cent, and how many times the popularity's it is; then the share of customers hit:");
        table.line("");
        table.line(COLUMNS);
        table.line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        return table.text.toString();
    }

    static String summary(SetResult result) {
        AccuracyTable table = new AccuracyTable();
        table.line(
                "| %s | %s | %s | %s | %s | %s | **%s** | %.1f | %.1f | %s | %s |",
                result.title(),
                hitRate(result, Kind.POPULARITY_EVER),
                hitRate(result, Kind.POPULARITY_DECAYED),
                hitRate(result, Kind.ITEM_KNN),
                hitRate(result, Kind.PUBLISHED_KNN),
                hitRate(result, Kind.REFINED_KNN),
                hitRate(result, Kind.OURS),
                result.times(Kind.POPULARITY_EVER),
                result.times(Kind.POPULARITY_DECAYED),
                askedHitRate(result, Kind.POPULARITY_DECAYED),
                askedHitRate(result, Kind.OURS));
        return table.text.toString();
    }

    static String part(SetResult result) {
        AccuracyTable table = new AccuracyTable();
        table.set(result);
        return table.text.toString();
    }

    private static String hitRate(SetResult result, Kind kind) {
        return result.figures(kind)
                .map(figures -> String.format(Locale.ROOT, "%.2f", figures.hitRate()))
                .orElse("");
    }

    private static String askedHitRate(SetResult result, Kind kind) {
        return result.ofOrders()
                ? result.figures(kind)
                        .map(figures -> String.format(Locale.ROOT, "%.2f", figures.askedHitRate()))
                        .orElse("")
                : "";
    }

    private void set(SetResult result) {
        line("### %s", result.title());
        line("");
        line("%s", result.about().strip());
        line("");
        String asked = result.ofOrders() ? " customers hit % |" : "";
        line("| model | HR@20 % | MRR@20 % |" + asked
                + " CPU µs an answer, p50 / p99 | seconds | chosen on validation |");
        line("| --- | ---: | ---: | ---: |" + (result.ofOrders() ? " ---: |" : "") + " ---: | --- |");
        result.rows().forEach(row -> row(row, result.ofOrders()));
        result.published().forEach(this::published);
    }

    private void row(Row row, boolean ofOrders) {
        Figures figures = row.figures();
        line(
                "| %s | %.2f | %.2f |%s %.0f / %.0f | %.1f | %s |",
                row.model(),
                figures.hitRate(),
                figures.mrr(),
                ofOrders ? String.format(Locale.ROOT, " %.2f |", figures.askedHitRate()) : "",
                figures.micros(50),
                figures.micros(99),
                row.seconds(),
                row.parameters());
    }

    private void published(Published row) {
        line("| *%s, as published* | %.2f | %.2f | | | |", row.model(), row.hitRate(), row.mrr());
    }

    private void line(String format, Object... values) {
        String line = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
        text.append(line).append('\n');
    }
}
