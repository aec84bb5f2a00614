package io.rapport.benchmarks.accuracy;

import io.rapport.benchmarks.report.Machine;
import io.rapport.benchmarks.report.ReadmeSection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well the models foretell what people click and buy next, on public data. */
@Command(
        name = "accuracy",
        description = "HR@20 and MRR@20 on public data sets; writes its tables into benchmarks/README.md.",
        mixinStandardHelpOptions = true)
public final class AccuracyReport implements Callable<Integer> {
    private static final String COMMAND =
            "mvn -q -pl benchmarks exec:java -Dexec.args=\"accuracy --data ../shared/data";

    @Option(names = "--data", description = "The folder with the data sets (default: ${DEFAULT-VALUE})")
    Path data = Path.of("../shared/data");

    @Option(
            names = "--set",
            description = "Only this set, whose part of the README is replaced; may be given more than once")
    List<String> only = new ArrayList<>();

    @Option(names = "--validation", description = "At most so many validation questions (default: ${DEFAULT-VALUE})")
    int validationQuestions = 8000;

    @Option(names = "--readme", description = "The file that gets the tables (default: ${DEFAULT-VALUE})")
    Path readme = Path.of("benchmarks/README.md");

    @Spec
    CommandSpec command;

    private final PrintStream log = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        DataFolder folder = new DataFolder(data);
        if (!folder.exists()) {
            complain(
                    "There is no data folder at " + data.toAbsolutePath().normalize()
                            + ". Give the folder that holds the public data sets with --data; docs/guides says where to get them.");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            report(folder);
            return CommandLine.ExitCode.OK;
        } catch (NoSuchFileException missing) {
            complain(missing.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private void report(DataFolder folder) throws IOException {
        long start = System.nanoTime();
        List<SetResult> results = measure(folder);
        ReadmeSection section = new ReadmeSection(readme, "accuracy");
        AccuracySection tables = AccuracySection.of(only.isEmpty() ? "" : section.read());
        tables.put(heading(start), results);
        log.println(tables.markdown());
        section.write(tables.markdown());
    }

    private void complain(String message) {
        command.commandLine().getErr().println(message);
    }

    private List<SetResult> measure(DataFolder folder) throws IOException {
        List<SetResult> results = new ArrayList<>();
        for (Source<ClickSet> source : clickSets(new ClickReader(folder))) {
            if (wanted(source.name())) {
                results.add(new ClickBenchmark(source.read().get(), validationQuestions, log).run());
            }
        }
        for (Source<OrderSet> source : orderSets(new OrderReader(folder))) {
            if (wanted(source.name())) {
                OrderSet set = source.read().get();
                for (Repeats repeats : Repeats.values()) {
                    results.add(new OrderBenchmark(set, repeats, log).run());
                }
            }
        }
        return results;
    }

    private static List<Source<ClickSet>> clickSets(ClickReader reader) {
        return List.of(
                new Source<>("diginetica", () -> reader.sequences("diginetica", Published.DIGINETICA)),
                new Source<>("retailrocket", () -> reader.sequences("retailrocket", Published.RETAILROCKET)),
                new Source<>(
                        "rsc15_100k",
                        () -> reader.logs(
                                "rsc15_100k",
                                "rsc15_100k_train_full.tsv.gz",
                                "rsc15_100k_test.tsv.gz",
                                false,
                                List.of())),
                new Source<>(
                        "serenade_toy",
                        () -> reader.logs(
                                "serenade_toy",
                                "serenade_toy_train.tsv.gz",
                                "serenade_toy_test.tsv.gz",
                                true,
                                Published.SERENADE_TOY)));
    }

    private static List<Source<OrderSet>> orderSets(OrderReader reader) {
        return List.of(
                new Source<>("online_retail", reader::onlineRetail),
                new Source<>("completejourney", reader::completeJourney));
    }

    private boolean wanted(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private String heading(long start) {
        long seconds = (System.nanoTime() - start) / 1_000_000_000L;
        String sets = only.stream().map(set -> " --set " + set).collect(Collectors.joining());
        return "`" + COMMAND + sets + "\"` took " + seconds + " s on " + LocalDate.now(ZoneOffset.UTC) + " ("
                + Machine.line() + ").";
    }

    private record Source<T>(String name, Read<T> read) {}

    private interface Read<T> {
        T get() throws IOException;
    }
}
