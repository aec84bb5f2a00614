package io.rapport.benchmarks.load;

import io.rapport.benchmarks.house.HouseAccess;
import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures intake and {@code decide} on a running house, beside a raw Kafka producer and a plain HTTP server. */
@Command(
        name = "load",
        description = "Load on the house that ./rapport up started; writes its table into benchmarks/README.md.",
        mixinStandardHelpOptions = true)
public final class LoadReport implements Callable<Integer> {
    private static final int BATCH = 100;

    /** A part that can be measured by itself. */
    enum Only {
        INTAKE,
        DECIDE
    }

    @Option(names = "--access", description = "What ./rapport up wrote (default: ${DEFAULT-VALUE})")
    Path access = Path.of(".rapport/access.json");

    @Option(names = "--kafka", description = "Kafka's address, for the raw producer (default: ${DEFAULT-VALUE})")
    String kafka = "localhost:29092";

    @Option(names = "--seconds", description = "How long each part runs (default: ${DEFAULT-VALUE})")
    int seconds = 20;

    @Option(names = "--rate", description = "Decide requests a second (default: ${DEFAULT-VALUE})")
    int rate = 300;

    @Option(names = "--connections", description = "Connections of the intake's generator (default: ${DEFAULT-VALUE})")
    int connections = 8;

    @Option(names = "--users", description = "How many users the events are spread over (default: ${DEFAULT-VALUE})")
    int users = 10_000;

    @Option(names = "--only", description = "Print one part's figures, and leave the table as it is: ${COMPLETION-CANDIDATES}")
    Only only;

    @Option(names = "--readme", description = "The file that gets the table (default: ${DEFAULT-VALUE})")
    Path readme = Path.of("benchmarks/README.md");

    @Override
    public Integer call() throws Exception {
        HouseAccess house = HouseAccess.read(access);
        Vertx vertx = Vertx.vertx();
        try {
            if (only != null) {
                System.out.println(measure(vertx, house, only).text());
                return 0;
            }
            LoadFigures figures = measure(vertx, house);
            String table = figures.table(command(), Machine.line(), Instant.now());
            System.out.println(table);
            new ReadmeSection(readme, "load").write(table);
            return 0;
        } finally {
            vertx.close();
        }
    }

    private LoadFigures measure(Vertx vertx, HouseAccess house) throws Exception {
        LongFunction<Buffer> events = events();
        LongFunction<Buffer> visitors = visitors();

        say("warming up");
        new ClosedLoop(vertx, tracking(house), connections).run(5, events);
        new FixedRate(vertx, decide(house), rate).run(5, visitors);
        say("raw Kafka producer");
        double producer = new RawProducer(kafka).run(seconds);
        say("intake");
        Outcome intake = new ClosedLoop(vertx, tracking(house), connections).run(seconds, events);
        say("the backlog drains before decide is measured");
        Backlog.awaitDrained(kafka, seconds * 60);
        Outcome decide = new FixedRate(vertx, decide(house), rate).run(seconds, visitors);
        Outcome decideMost = new ClosedLoop(vertx, decide(house), 16).run(seconds, visitors);
        say("plain Vert.x server");
        try (PlainServer plain = new PlainServer(vertx)) {
            Outcome plainIntake = new ClosedLoop(vertx, plain.target(), connections).run(seconds, events);
            Outcome plainDecide = new FixedRate(vertx, plain.target(), rate).run(seconds, visitors);
            return new LoadFigures(
                    BATCH, rate, producer, intake, decide, decideMost, plainIntake, plainDecide);
        }
    }

    private Outcome measure(Vertx vertx, HouseAccess house, Only part) throws InterruptedException {
        return switch (part) {
            case INTAKE -> new ClosedLoop(vertx, tracking(house), connections).run(seconds, events());
            case DECIDE -> {
                new FixedRate(vertx, decide(house), rate).run(5, visitors());
                yield new FixedRate(vertx, decide(house), rate).run(seconds, visitors());
            }
        };
    }

    private LongFunction<Buffer> events() {
        EventBatch hundred = new EventBatch(BATCH, users, 2_000);
        return n -> hundred.body(n, Instant.now().toString());
    }

    private LongFunction<Buffer> visitors() {
        return n -> Buffer.buffer("{\"userId\":\"load-" + n % users
                + "\",\"placements\":[\"home.top-picks\",\"home.recently-viewed\"],\"context\":{\"page\":\"home\"}}");
    }

    private static Target tracking(HouseAccess house) {
        return target(house, "/v1/batch", house.publicAuthorization());
    }

    private static Target decide(HouseAccess house) {
        return target(house, "/v1/decide", house.serverAuthorization());
    }

    private static Target target(HouseAccess house, String path, String authorization) {
        URI gateway = house.gateway();
        return new Target(gateway.getHost(), gateway.getPort(), path, Map.of("Authorization", authorization));
    }

    private static void say(String what) {
        System.err.println("load: " + what);
    }

    private String command() {
        return "mvn -q -pl benchmarks exec:java -Dexec.args=\"load --seconds " + seconds + " --rate " + rate + "\"";
    }
}
