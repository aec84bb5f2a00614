package io.rapport.benchmarks.fault;

import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import io.rapport.dev.RunningHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a house, kills its parts under load, and writes what was lost and what {@code decide} answered. */
@Command(
        name = "faults",
        description = "Kills each service and Redis under load; writes its table into benchmarks/README.md.",
        mixinStandardHelpOptions = true)
public final class FaultReport implements Callable<Integer> {
    @Option(names = "--victims", split = ",", description = "Who is killed, in order (default: ${DEFAULT-VALUE})")
    List<String> victims = List.of(
            "profile-service",
            "recommendation-service",
            "campaign-service",
            "survey-service",
            "redis",
            "gateway",
            "kafka",
            "postgresql");

    @Option(names = "--between", description = "Seconds of quiet between two kills (default: ${DEFAULT-VALUE})")
    int between = 8;

    @Option(names = "--batches", description = "Batches of 20 events sent a second (default: ${DEFAULT-VALUE})")
    int batches = 50;

    @Option(names = "--readme", description = "The file that gets the table (default: ${DEFAULT-VALUE})")
    Path readme = Path.of("benchmarks/README.md");

    @Override
    public Integer call() throws Exception {
        try (RunningHouse house = RunningHouse.start(Path.of("benchmarks/target/house"))) {
            FaultFigures figures = new FaultRun(house, victims, Duration.ofSeconds(between), batches).run();
            String command = "mvn -q -pl benchmarks exec:java -Dexec.args=\"faults\"";
            String table = figures.table(victims, command, Machine.line());
            System.out.println(table);
            new ReadmeSection(readme, "faults").write(table);
            return figures.lost() == 0 && figures.doubled() == 0 ? 0 : 1;
        }
    }
}
