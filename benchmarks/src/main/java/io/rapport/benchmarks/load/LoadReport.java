package io.rapport.benchmarks.load;

import io.rapport.benchmarks.house.HouseAccess;
import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures intake and {@code decide} on a running house, beside a raw Kafka producer and a plain HTTP server. */
@Command(
        name = "load",
        description = "Load on the house that ./rapport up started; writes its table into benchmarks/README.md.",
        mixinStandardHelpOptions = true)
public final class LoadReport implements Callable<Integer> {
    @Option(names = "--access", description = "What ./rapport up wrote (default: ${DEFAULT-VALUE})")
    Path access = Path.of(".rapport/access.json");

    @Option(names = "--kafka", description = "Kafka's address, for the raw producer (default: ${DEFAULT-VALUE})")
    String kafka = "localhost:29092";

    @Option(names = "--seconds", description = "How long each part runs (default: ${DEFAULT-VALUE})")
    int seconds = 20;

    @Option(names = "--rate", description = "Decide requests a second (default: ${DEFAULT-VALUE})")
    int rate = 300;

    @Option(names = "--connections", description = "Connections of the intake's generator (default: ${DEFAULT-VALUE})")
    int connections = 16;

    @Option(names = "--users", description = "How many users the events are spread over (default: ${DEFAULT-VALUE})")
    int users = 10_000;

    @Option(
            names = "--only",
            description = "Print one part's figures, and leave the table as it is: ${COMPLETION-CANDIDATES}")
    LoadRun.Part only;

    @Option(names = "--readme", description = "The file that gets the table (default: ${DEFAULT-VALUE})")
    Path readme = Path.of("benchmarks/README.md");

    @Override
    public Integer call() throws Exception {
        HouseAccess house = HouseAccess.read(access);
        Vertx vertx = Vertx.vertx();
        try {
            LoadRun run = new LoadRun(vertx, house, kafka, new LoadRun.Size(seconds, rate, connections, users));
            if (only != null) {
                System.out.println(run.measure(only).text());
                return 0;
            }
            LoadFigures figures = run.measure();
            String table = figures.table(command(), Machine.line(), Instant.now());
            System.out.println(table);
            new ReadmeSection(readme, "load").write(table);
            return 0;
        } finally {
            vertx.close();
        }
    }

    private String command() {
        return "mvn -q -pl benchmarks exec:java -Dexec.args=\"load --seconds " + seconds + " --rate " + rate + "\"";
    }
}
