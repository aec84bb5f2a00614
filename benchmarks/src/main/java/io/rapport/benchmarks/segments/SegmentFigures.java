package io.rapport.benchmarks.segments;

import io.rapport.benchmarks.load.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What a run showed.
 *
 * @param peakMegabytes the most memory that the service had (RSS)
 * @param visitors how many there were in the end
 */
public record SegmentFigures(
        SegmentRun.Size size, List<Phase> phases, Shown shown, double peakMegabytes, int visitors) {
    private static final double CORES = 2;
    private static final double MILLION = 1e6;

    /**
     * How soon memberships showed and visitors were read, with half the rate of events beside.
     *
     * @param seen microseconds from the gateway's answer to the membership
     * @param unseen those that did not show within a minute
     * @param behind how many events waited in the end
     * @param cold reads from PostgreSQL, without events beside
     * @param warm the same reads from Redis
     * @param besideEvents reads from Redis while events came in
     */
    record Shown(Histogram seen, int unseen, long behind, Outcome cold, Outcome warm, Outcome besideEvents) {
        double millis(double percentile) {
            return seen.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    private Phase phase(int segments) {
        return phases.stream()
                .filter(phase -> phase.segments() == segments)
                .findFirst()
                .orElseThrow();
    }

    /** How many times the CPU time of an event, in service and database, with the one number is that with the other. */
    public double growth(int from, int to) {
        return phase(to).microsOfSegments() / phase(from).microsOfSegments();
    }

    public long handled() {
        return phases.stream().mapToLong(Phase::events).sum();
    }

    public int seen() {
        return (int) shown.seen().getTotalCount() - shown.unseen();
    }

    public double peak() {
        return peakMegabytes;
    }

    String table(String command, String machine) {
        String rows = phases.stream().map(this::row).collect(Collectors.joining("\n"));
        Phase fewest = phases.stream()
                .filter(phase -> phase.segments() > 0)
                .findFirst()
                .orElse(phases.get(0));
        Phase most = phases.get(phases.size() - 1);
        return """
                `%s`

                %,d events/s fed to the raw topic for %d s with each number of segments, after %,d to warm up; %,d visitors in the end. Handled: stored, judged, and what it led to announced. CPU is µs an event; the ratio is that of service and PostgreSQL to 0 segments in the same run.

                | segments | handled/s | behind when the feed ended | service | PostgreSQL | Kafka | Redis | gateway | generator | ratio | two cores alone would carry |
                | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                %s

                From %,d to %,d segments, %.0f times as many, an event's CPU in service and PostgreSQL grows %.2f times. The service's memory was %.0f MB at most (RSS).

                | with %,d segments | p50 | p99 | beside it |
                | --- | ---: | ---: | --- |
                | from the gateway's 200 to the membership in what `decide` is told, %,d events/s beside (%,d behind at the end) | %.0f ms | %.0f ms | %d watched, looked at every 10 ms; %d did not show within a minute |
                | who a visitor is, from Redis (`/internal/visitors/resolve`, HTTP and all) | %.1f ms | %.1f ms | from PostgreSQL: %.1f / %.1f ms |
                | the same while those events come in | %.1f ms | %.1f ms | |

                %s, shared with the generator.
                """.formatted(
                        command,
                        size.rate(),
                        size.seconds(),
                        size.warmUp(),
                        visitors,
                        rows,
                        fewest.segments(),
                        most.segments(),
                        (double) most.segments() / Math.max(1, fewest.segments()),
                        growth(fewest.segments(), most.segments()),
                        peakMegabytes,
                        size.promised(),
                        size.rate() / 2,
                        shown.behind(),
                        shown.millis(50),
                        shown.millis(99),
                        size.probes(),
                        shown.unseen(),
                        shown.warm().millis(50),
                        shown.warm().millis(99),
                        shown.cold().millis(50),
                        shown.cold().millis(99),
                        shown.besideEvents().millis(50),
                        shown.besideEvents().millis(99),
                        machine);
    }

    private String row(Phase phase) {
        String micros = phase.micros().values().stream().map("%.0f"::formatted).collect(Collectors.joining(" | "));
        return "| %,d | %,.0f | %,d | %s | %.2f | %,.0f/s |"
                .formatted(
                        phase.segments(),
                        phase.perSecond(),
                        phase.behind(),
                        micros,
                        growth(phases.get(0).segments(), phase.segments()),
                        CORES * MILLION / phase.microsOfAll());
    }
}
