package io.rapport.benchmarks.fault;

import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills profile-service again and again under disordered delivery, and compares it with one that was left alone. */
@Command(
        name = "segment-faults",
        description = "Kills profile-service while it judges segments; writes its table into benchmarks/README.md.",
        mixinStandardHelpOptions = true)
public final class SegmentFaultReport implements Callable<Integer> {
    @Option(names = "--kills", description = "How often it is killed (default: ${DEFAULT-VALUE})")
    int kills = 100;

    @Option(names = "--events", description = "Events between two kills (default: ${DEFAULT-VALUE})")
    int events = 600;

    @Option(names = "--visitors", description = "Whom the events are of (default: ${DEFAULT-VALUE})")
    int visitors = 300;

    @Option(names = "--seed", description = "Of events, segments, order and kills (default: ${DEFAULT-VALUE})")
    long seed = 20_260_301;

    @Option(names = "--readme", description = "The file that gets the table (default: ${DEFAULT-VALUE})")
    Path readme = Path.of("benchmarks/README.md");

    @Override
    public Integer call() throws Exception {
        String machine = Machine.lineWithLoad();
        SegmentFaultFigures figures =
                new SegmentFaultRun(Path.of("benchmarks/target/segment-faults"), seed, kills, events, visitors).run();
        String command = "mvn -q -pl benchmarks exec:java -Dexec.args=\"segment-faults --kills " + kills + "\"";
        String table = figures.table(command, machine);
        System.out.println(table);
        figures.differences().stream().limit(5).forEach(System.err::println);
        figures.broken().stream().limit(5).forEach(System.err::println);
        new ReadmeSection(readme, "segment-faults").write(table);
        return figures.isSound() ? 0 : 1;
    }
}
