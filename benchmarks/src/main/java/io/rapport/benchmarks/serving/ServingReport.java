package io.rapport.benchmarks.serving;

import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import io.rapport.recommendation.session.ItemTable;
import io.rapport.recommendation.session.Serving;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionModel;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.session.Sessions;
import io.rapport.recommendation.session.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the session model with a million sessions in it: build, store, load, and answers while clicks come in. */
@Command(
        name = "serving",
        description = "The session model's time for an answer; writes its table into benchmarks/README.md.",
        mixinStandardHelpOptions = true)
public final class ServingReport implements Callable<Integer> {
    private static final String COMMAND = "mvn -q -pl benchmarks exec:java -Dexec.args=\"serving\"";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Option(names = "--sessions", description = "Sessions in the snapshot (default: ${DEFAULT-VALUE})")
    int sessions = 1_000_000;

    @Option(names = "--items", description = "Items of the catalogue (default: ${DEFAULT-VALUE})")
    int items = 100_000;

    @Option(names = "--answers", description = "Answers that are timed (default: ${DEFAULT-VALUE})")
    int answers = 200_000;

    @Option(names = "--readme", description = "The file that gets the table (default: ${DEFAULT-VALUE})")
    Path readme = Path.of("benchmarks/README.md");

    private final PrintStream log = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final StringBuilder table = new StringBuilder();

    @Override
    public Integer call() throws IOException {
        line("| what | published VMIS-kNN | refined weights |");
        line("| --- | ---: | ---: |");
        Sessions history = new WalkingVisitors(1, items).sessions(sessions);
        Measured published = new Measured(history, SessionParameters.published(1000, 100, 9));
        Measured refined = new Measured(history, SessionParameters.tuned());
        row("index built, s", published.buildSeconds, refined.buildSeconds);
        row("snapshot, MB", published.megabytes, refined.megabytes);
        row("snapshot read and indexed, s", published.loadSeconds, refined.loadSeconds);
        row("answer, µs, p50", published.micros(50), refined.micros(50));
        row("answer, µs, p99", published.micros(99), refined.micros(99));
        row("answer, µs, p99.9", published.micros(99.9), refined.micros(99.9));
        row("the same in CPU time, p50", published.cpuMicros(50), refined.cpuMicros(50));
        row("the same in CPU time, p99", published.cpuMicros(99), refined.cpuMicros(99));
        row("the same in CPU time, p99.9", published.cpuMicros(99.9), refined.cpuMicros(99.9));
        row("live sessions at the end", published.liveSessions, refined.liveSessions);
        log.println(heading() + table);
        new ReadmeSection(readme, "serving").write(heading() + table);
        return 0;
    }

    private String heading() {
        return String.format(
                Locale.ROOT,
                "`%s` on %s (%s): %,d made-up sessions over %,d items, one thread, %,d answers of 20 explained items, with a "
                        + "click taken in between any two of them.%n%n",
                COMMAND,
                LocalDate.now(ZoneOffset.UTC),
                Machine.line(),
                sessions,
                items,
                answers);
    }

    private void row(String what, double published, double refined) {
        line(String.format(Locale.ROOT, "| %s | %.1f | %.1f |", what, published, refined));
    }

    private void line(String line) {
        table.append(line).append('\n');
    }

    /** One model's figures. */
    private final class Measured {
        final double buildSeconds;
        final double loadSeconds;
        final double megabytes;
        final double liveSessions;
        private final Histogram cpuNanos = new Histogram(10_000_000_000L, 3);
        private final Histogram nanos = new Histogram(10_000_000_000L, 3);

        Measured(Sessions history, SessionParameters parameters) throws IOException {
            long start = System.nanoTime();
            SessionIndex index = SessionIndex.build(history, parameters);
            buildSeconds = secondsSince(start);
            byte[] stored = stored(index);
            megabytes = stored.length / 1e6;
            start = System.nanoTime();
            Snapshot loaded = Snapshot.read(new ByteArrayInputStream(stored));
            loadSeconds = secondsSince(start);
            SessionModel model = new SessionModel(loaded, Duration.ofMinutes(30), 100, 100_000);
            ask(model, answers / 10);
            nanos.reset();
            cpuNanos.reset();
            ask(model, answers);
            liveSessions = model.serving().liveSessions();
        }

        double micros(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1000.0;
        }

        double cpuMicros(double percentile) {
            return cpuNanos.getValueAtPercentile(percentile) / 1000.0;
        }

        private byte[] stored(SessionIndex index) throws IOException {
            ItemTable table = new ItemTable();
            for (int item = 0; item < items; item++) {
                table.intern("item" + item);
            }
            Snapshot empty = Snapshot.empty(index.parameters());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Snapshot(table, index, empty.seenTogether(), empty.boughtTogether(), empty.popularity()).write(out);
            return out.toByteArray();
        }

        private void ask(SessionModel model, int times) {
            WalkingVisitors visitors = new WalkingVisitors(2, items);
            for (int i = 0; i < times; ) {
                String visitor = "visitor" + i;
                for (int item : visitors.session()) {
                    model.append(visitor, "item" + item, i);
                    answer(model, visitor, i);
                    i++;
                }
            }
        }

        private void answer(SessionModel model, String visitor, long at) {
            long start = System.nanoTime();
            long startCpu = THREADS.getCurrentThreadCpuTime();
            Serving serving = model.serving();
            int[] clicks = serving.current(visitor, at);
            serving.next(SessionQuery.of(clicks, 20).by(visitor));
            cpuNanos.recordValue(THREADS.getCurrentThreadCpuTime() - startCpu);
            nanos.recordValue(System.nanoTime() - start);
        }

        private static double secondsSince(long start) {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
