package io.rapport.benchmarks.serving;

import com.sun.management.ThreadMXBean;
import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import io.rapport.recommendation.session.ItemTable;
import io.rapport.recommendation.session.Serving;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionModel;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.session.SessionRanker;
import io.rapport.recommendation.session.Sessions;
import io.rapport.recommendation.session.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
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
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double[] PERCENTILES = {50, 99, 99.9};
    private static final int EXAMPLES = 40_000;

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
        line("| what | published VMIS-kNN | refined weights | refined, then re-ranked |");
        line("| --- | ---: | ---: | ---: |");
        Sessions history = new WalkingVisitors(1, items).sessions(sessions);
        List<Measured> measured = List.of(
                new Measured(history, SessionParameters.published(1000, 100, 9), false),
                new Measured(history, SessionParameters.tuned(), false),
                new Measured(history, SessionParameters.tuned(), true));
        row("index built, s", measured, one -> one.buildSeconds);
        row("what the re-ranker knows of items built, s", measured, one -> one.knowledgeSeconds);
        row("weights fitted on " + EXAMPLES + " clicks, s of CPU", measured, one -> one.fitSeconds);
        row("snapshot, MB", measured, one -> one.megabytes);
        row("snapshot read and indexed, s", measured, one -> one.loadSeconds);
        row("heap that it takes, MB", measured, one -> one.heapMegabytes);
        for (double percentile : PERCENTILES) {
            row("answer, µs, p" + digits(percentile), measured, one -> one.micros(percentile));
        }
        for (double percentile : PERCENTILES) {
            row("the same in CPU time, p" + digits(percentile), measured, one -> one.cpuMicros(percentile));
        }
        row("allocated for an answer, KB", measured, one -> one.allocatedKilobytes);
        row("live sessions at the end", measured, one -> one.liveSessions);
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

    private void row(String what, List<Measured> measured, ToDoubleFunction<Measured> figure) {
        StringBuilder row = new StringBuilder("| " + what + " |");
        for (Measured one : measured) {
            row.append(String.format(Locale.ROOT, " %.1f |", figure.applyAsDouble(one)));
        }
        line(row.toString());
    }

    private static String digits(double percentile) {
        return percentile == Math.rint(percentile) ? String.valueOf((int) percentile) : String.valueOf(percentile);
    }

    private void line(String line) {
        table.append(line).append('\n');
    }

    /** One model's figures. */
    private final class Measured {
        final double buildSeconds;
        final double knowledgeSeconds;
        final double fitSeconds;
        final double heapMegabytes;
        final double allocatedKilobytes;
        final double loadSeconds;
        final double megabytes;
        final double liveSessions;
        private final Histogram cpuNanos = new Histogram(10_000_000_000L, 3);
        private long allocated;
        private final Histogram nanos = new Histogram(10_000_000_000L, 3);

        Measured(Sessions history, SessionParameters parameters, boolean ranked) throws IOException {
            long start = System.nanoTime();
            SessionIndex index = SessionIndex.build(history, parameters);
            buildSeconds = secondsSince(start);
            Snapshot built = snapshot(index);
            long startCpu = THREADS.getCurrentThreadCpuTime();
            SessionRanker weights =
                    ranked ? SessionRanker.fit(history, parameters, EXAMPLES).orElseThrow() : null;
            fitSeconds = (THREADS.getCurrentThreadCpuTime() - startCpu) / 1e9;
            start = System.nanoTime();
            byte[] stored = stored(weights == null ? built : built.rankedBy(weights));
            knowledgeSeconds = weights == null ? 0 : secondsSince(start);
            megabytes = stored.length / 1e6;
            long heap = heap();
            start = System.nanoTime();
            Snapshot loaded = Snapshot.read(new ByteArrayInputStream(stored));
            loadSeconds = secondsSince(start);
            heapMegabytes = (heap() - heap) / 1e6;
            SessionModel model = new SessionModel(loaded, Duration.ofMinutes(30), 100, 100_000);
            ask(model, answers / 10);
            nanos.reset();
            cpuNanos.reset();
            allocated = 0;
            ask(model, answers);
            allocatedKilobytes = allocated / 1e3 / answers;
            liveSessions = model.serving().liveSessions();
        }

        double micros(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1000.0;
        }

        double cpuMicros(double percentile) {
            return cpuNanos.getValueAtPercentile(percentile) / 1000.0;
        }

        private byte[] stored(Snapshot snapshot) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            snapshot.write(out);
            return out.toByteArray();
        }

        private Snapshot snapshot(SessionIndex index) {
            ItemTable table = new ItemTable();
            for (int item = 0; item < items; item++) {
                table.intern("item" + item);
            }
            Snapshot empty = Snapshot.empty(index.parameters());
            return new Snapshot(table, index, empty.seenTogether(), empty.boughtTogether(), empty.popularity());
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
            long startBytes = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            long startCpu = THREADS.getCurrentThreadCpuTime();
            Serving serving = model.serving();
            int[] clicks = serving.current(visitor, at);
            serving.next(SessionQuery.of(clicks, 20).by(visitor));
            cpuNanos.recordValue(THREADS.getCurrentThreadCpuTime() - startCpu);
            nanos.recordValue(System.nanoTime() - start);
            allocated += THREADS.getCurrentThreadAllocatedBytes() - startBytes;
        }

        /** What the heap holds after a collection, bytes. */
        private static long heap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        private static double secondsSince(long start) {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
