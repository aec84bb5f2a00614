package io.rapport.dev.imports;

import io.rapport.dev.imports.delivery.Stopped;
import io.rapport.dev.imports.input.Unreadable;
import io.rapport.dev.imports.mapping.Kind;
import io.rapport.dev.process.Refusal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: a shop's history goes in. */
@Command(
        name = "import",
        description = "Loads products, orders or events from files, as a mapping says (docs/guides/import.md).",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything is imported",
            "1:everything but the rejected rows is imported",
            "2:nothing is imported: a fault of the command, the mapping or the files",
            "3:stopped on the way; the same command goes on from there"
        })
public final class ImportCommand implements Callable<Integer> {
    static final int ALL = 0;
    static final int SOME_REJECTED = 1;
    static final int REFUSED = 2;
    static final int STOPPED = 3;

    @Parameters(index = "0", description = "What: ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Read one after the other as one file.")
    private List<Path> files;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE.yaml",
            description = "Which column feeds which field.")
    private Path mapping;

    @Mixin
    private ImportOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkNumbers();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Importer importer = new Importer(kind, files, mapping, options, InstantSource.system(), out, err);
            return importer.run(Map.copyOf(System.getenv()));
        } catch (Refusal e) {
            err.println(e.getMessage());
            return REFUSED;
        } catch (Stopped | Unreadable e) {
            err.println(e.getMessage());
            err.println("The same command goes on from here.");
            return STOPPED;
        }
    }

    private void checkNumbers() {
        check("--in-flight", options.inFlight, 1, 64);
        check("--batch", options.batch, 1, kind == Kind.PRODUCTS ? 1_000 : 2_500);
        check("--memory", options.memory, 1, 16_384);
        check("--show", options.show, 0, 1_000_000);
        check("--limit", options.limit == null ? 1 : options.limit, 1, Long.MAX_VALUE);
        check("--rate", options.rate == null ? 1 : options.rate, 1, 1_000_000);
    }

    private void check(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be from " + least + " to " + most + ", and is " + value);
        }
    }
}
