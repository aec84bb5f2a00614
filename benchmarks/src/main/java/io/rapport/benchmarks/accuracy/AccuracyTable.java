package io.rapport.benchmarks.accuracy;

import java.util.List;
import java.util.Locale;

/** The results as Markdown. */
final class AccuracyTable {
    private final StringBuilder text = new StringBuilder();

    static String of(List<SetResult> results) {
        AccuracyTable table = new AccuracyTable();
        table.summary(results);
        results.forEach(table::set);
        return table.text.toString();
    }

    private void summary(List<SetResult> results) {
        line("HR@20 in per cent, and how many times the popularity's it is:");
        line("");
        line("| set | popularity, all of time | decayed | item-kNN | VMIS-kNN as published | refined | **ours** | "
                + "times all of time | times decayed |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (SetResult result : results) {
            line(
                    "| %s | %s | %s | %s | %s | %s | **%s** | %.1f | %.1f |",
                    result.title(),
                    hitRate(result, Kind.POPULARITY_EVER),
                    hitRate(result, Kind.POPULARITY_DECAYED),
                    hitRate(result, Kind.ITEM_KNN),
                    hitRate(result, Kind.PUBLISHED_KNN),
                    hitRate(result, Kind.REFINED_KNN),
                    hitRate(result, Kind.OURS),
                    result.times(Kind.POPULARITY_EVER),
                    result.times(Kind.POPULARITY_DECAYED));
        }
    }

    private static String hitRate(SetResult result, Kind kind) {
        return result.figures(kind)
                .map(figures -> String.format(Locale.ROOT, "%.2f", figures.hitRate()))
                .orElse("");
    }

    private void set(SetResult result) {
        line("");
        line("### %s", result.title());
        line("");
        line("%s", result.about().strip());
        line("");
        line("| model | HR@20 % | MRR@20 % | CPU µs an answer, p50 / p99 | seconds | chosen on validation |");
        line("| --- | ---: | ---: | ---: | ---: | --- |");
        result.rows().forEach(this::row);
        result.published().forEach(this::published);
    }

    private void row(Row row) {
        Figures figures = row.figures();
        line(
                "| %s | %.2f | %.2f | %.0f / %.0f | %.1f | %s |",
                row.model(),
                figures.hitRate(),
                figures.mrr(),
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
