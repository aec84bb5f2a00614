package io.rapport.benchmarks.eventstore;

import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills profile-service's event store and measures how it grows. */
@Command(
        name = "event-store",
        description = "Fills an event store step by step; writes its table into benchmarks/README.md.",
        mixinStandardHelpOptions = true)
public final class EventStoreReport implements Callable<Integer> {
    @Option(names = "--steps", split = ",", description = "Numbers of events, growing (default: ${DEFAULT-VALUE})")
    List<Long> steps = List.of(1_000_000L, 2_500_000L, 5_000_000L, 10_000_000L);

    @Option(names = "--readme", description = "The file that gets the table (default: ${DEFAULT-VALUE})")
    Path readme = Path.of("benchmarks/README.md");

    @Override
    public Integer call() throws Exception {
        String machine = Machine.lineWithLoad();
        EventStoreFigures figures = new EventStoreRun(steps).run();
        String table = figures.table(command(), machine);
        System.out.println(table);
        new ReadmeSection(readme, "event-store").write(table);
        return 0;
    }

    private String command() {
        String numbers = String.join(",", steps.stream().map(String::valueOf).toList());
        return "mvn -q -pl benchmarks exec:java -Dexec.args=\"event-store --steps " + numbers + "\"";
    }
}
