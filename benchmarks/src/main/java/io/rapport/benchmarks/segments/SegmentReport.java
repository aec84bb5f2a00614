package io.rapport.benchmarks.segments;

import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts profile-service and measures what an event costs with more and more segments, and how soon memberships show. */
@Command(
        name = "segments",
        description = "Events with 0 to 1,000 live segments; writes its table into benchmarks/README.md.",
        mixinStandardHelpOptions = true)
public final class SegmentReport implements Callable<Integer> {
    @Option(names = "--rate", description = "Events a second (default: ${DEFAULT-VALUE})")
    int rate = 8_000;

    @Option(names = "--seconds", description = "How long with each number of segments (default: ${DEFAULT-VALUE})")
    int seconds = 20;

    @Option(names = "--warm-up", description = "Events before anything is measured (default: ${DEFAULT-VALUE})")
    int warmUp = 150_000;

    @Option(names = "--visitors", description = "Visitors to begin with (default: ${DEFAULT-VALUE})")
    int visitors = 50_000;

    @Option(names = "--segments", split = ",", description = "Numbers of segments, growing (default: ${DEFAULT-VALUE})")
    List<Integer> segments = List.of(0, 10, 200, 1_000);

    @Option(names = "--promised", description = "With how many memberships are watched (default: ${DEFAULT-VALUE})")
    int promised = 200;

    @Option(names = "--probes", description = "Memberships that are watched (default: ${DEFAULT-VALUE})")
    int probes = 200;

    @Option(names = "--readme", description = "The file that gets the table (default: ${DEFAULT-VALUE})")
    Path readme = Path.of("benchmarks/README.md");

    @Override
    public Integer call() throws Exception {
        SegmentRun.Size size = new SegmentRun.Size(rate, seconds, warmUp, visitors, segments, promised, probes);
        String machine = Machine.lineWithLoad();
        String table = run(Path.of("benchmarks/target/segments"), size).table(command(), machine);
        System.out.println(table);
        new ReadmeSection(readme, "segments").write(table);
        return 0;
    }

    /** A run on services of its own, which write their logs into that folder. */
    public static SegmentFigures run(Path logs, SegmentRun.Size size) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            return new SegmentRun(vertx, logs, size).run();
        } finally {
            vertx.close();
        }
    }

    private String command() {
        return "mvn -q -pl benchmarks exec:java -Dexec.args=\"segments --rate " + rate + " --seconds " + seconds
                + " --warm-up " + warmUp + "\"";
    }
}
