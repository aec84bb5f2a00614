package io.rapport.benchmarks.eventstore;

import java.util.List;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What a run showed.
 *
 * @param dropped what taking a whole month away took
 * @param deleted the same for deleting another month's rows
 */
public record EventStoreFigures(List<Step> steps, Removal dropped, Removal deleted) {
    private static final double MEGABYTE = 1024 * 1024;
    private static final long PLANNED = 100_000_000;

    /** How it was with so many events. */
    public record Step(
            long events, long tableBytes, long indexBytes, double perSecond, Histogram pages, Histogram histories) {
        public double bytesPerEvent() {
            return (double) (tableBytes + indexBytes) / events;
        }

        private String row() {
            return "| %,d | %,.0f | %,.0f | %,.0f | %,.0f | %.1f / %.1f | %.1f / %.1f |"
                    .formatted(
                            events,
                            (tableBytes + indexBytes) / MEGABYTE,
                            (double) tableBytes / events,
                            (double) indexBytes / events,
                            perSecond,
                            millis(pages, 50),
                            millis(pages, 99),
                            millis(histories, 50),
                            millis(histories, 99));
        }

        private static double millis(Histogram micros, double percentile) {
            return micros.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** Of how many events, how long it took, and how much room came back at once. */
    public record Removal(long events, double millis, long bytesBack) {
        private String text() {
            return "%,d events in %,.0f ms, %,.0f MB back at once".formatted(events, millis, bytesBack / MEGABYTE);
        }
    }

    String table(String command, String machine) {
        Step last = steps.get(steps.size() - 1);
        return """
                `%s`: a shop's events over %d months of partitions, written by the store's own statement in transactions of %d (PostgreSQL flushes each), read over JDBC by one connection; who comes often is asked for often.

                | events | MB | bytes an event: rows | indexes | written/s | page of a timeline, ms, p50 / p99 | a segment's history of one person, ms, p50 / p99 |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                %s

                At %.0f bytes an event, 100 million take %.0f GB. A month taken away as a whole (retention, where all names have ended): %s. Beside it the rows of another month deleted: %s.

                %s.
                """.formatted(
                        command,
                        EventTable.MONTHS,
                        EventTable.BATCH,
                        steps.stream().map(Step::row).collect(Collectors.joining("\n")),
                        last.bytesPerEvent(),
                        last.bytesPerEvent() * PLANNED / MEGABYTE / 1024,
                        dropped.text(),
                        deleted.text(),
                        machine);
    }
}
