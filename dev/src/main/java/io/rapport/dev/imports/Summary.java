package io.rapport.dev.imports;

import io.rapport.dev.imports.progress.Counts;
import io.rapport.dev.imports.progress.Spans;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** What an import did, in a few lines. */
record Summary(Counts counts, Duration elapsed, Path rejects) {
    void print(String title, PrintWriter out) {
        out.println(title);
        line(
                out,
                "rows",
                count(counts.rows, "read"),
                count(counts.skipped, "left out"),
                count(counts.rejected, "rejected"));
        line(out, "records", count(counts.records, "made"), count(counts.trimmed, "trimmed"), sent());
        line(out, "requests", count(counts.requests, "sent"), count(counts.repeated, "of them again"), "");
        line(out, "time", Spans.text(elapsed), rate(), "");
        if (counts.anyRejected()) {
            out.println("  rejected rows, with line and reason: " + rejects);
        }
        out.flush();
    }

    private String sent() {
        String refused = counts.refused.sum() == 0 ? "" : " · " + count(counts.refused, "refused by the gateway");
        String before = counts.before.sum() == 0 ? "" : " · " + count(counts.before, "sent before");
        return count(counts.taken, "sent") + refused + before;
    }

    private String rate() {
        double seconds = Math.max(elapsed.toMillis(), 1) / 1000.0;
        return String.format(Locale.ROOT, "%,.0f rows/s", counts.rows.sum() / seconds);
    }

    private static String count(LongAdder counter, String what) {
        return String.format(Locale.ROOT, "%,d %s", counter.sum(), what);
    }

    private static void line(PrintWriter out, String name, String first, String second, String third) {
        String rest = third.isEmpty() ? "" : " · " + third;
        out.printf(Locale.ROOT, "  %-9s %s · %s%s%n", name, first, second, rest);
    }
}
