package io.rapport.benchmarks.fault;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run showed.
 *
 * @param acknowledged events that the gateway had answered 200 for
 * @param retries requests that had to be sent again
 * @param lost acknowledged events that are not in the event store
 * @param doubled events that are in it more than once
 */
public record FaultFigures(
        long acknowledged, long retries, long lost, long doubled, Map<String, DecideProbe.Phase> phases) {
    /** Answers of {@code decide} with that status while the part was away and came back. */
    public int answers(String phase, int status) {
        DecideProbe.Phase seen = phases.get(phase);
        return seen == null ? 0 : seen.statuses.getOrDefault(status, 0);
    }

    /** All answers of {@code decide} in that time. */
    public int answers(String phase) {
        DecideProbe.Phase seen = phases.get(phase);
        return seen == null ? 0 : seen.micros.size();
    }

    String table(List<String> victims, String command, String machine) {
        String rows = victims.stream().map(this::row).collect(Collectors.joining("\n"));
        return """
                `%s`

                %,d events acknowledged while parts were killed one after the other (%,d requests sent again): **%d lost, %d stored twice**.

                | killed (SIGKILL) | `decide` answers until it was back | of them 200 | other | named in `degraded` | p99 |
                | --- | --- | --- | --- | --- | --- |
                %s

                %s. With the gateway itself away there is nobody to answer (0: no connection).
                """.formatted(command, acknowledged, retries, lost, doubled, rows, machine);
    }

    private String row(String victim) {
        DecideProbe.Phase seen = phases.get(victim);
        int good = seen.statuses.getOrDefault(200, 0);
        String other = seen.statuses.entrySet().stream()
                .filter(entry -> entry.getKey() != 200)
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        String degraded = seen.degraded.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        List<Long> sorted = seen.micros.stream().sorted().toList();
        double p99 = sorted.get((int) (sorted.size() * 0.99)) / 1000.0;
        return "| %s | %d | %d | %s | %s | %.0f ms |".formatted(victim, sorted.size(), good, other, degraded, p99);
    }
}
