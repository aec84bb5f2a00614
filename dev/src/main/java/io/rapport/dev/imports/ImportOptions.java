package io.rapport.dev.imports;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be said of an import beside its files and its mapping. */
final class ImportOptions {
    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description =
                    "Where to (default: what .rapport/access.json says). The key for another one: RAPPORT_SERVER_KEY.")
    @Nullable
    String gateway;

    @Option(
            names = "--access",
            paramLabel = "FILE",
            description = "The access file that ./rapport up wrote (default: .rapport/access.json).")
    @Nullable
    Path access;

    @Option(
            names = "--dry-run",
            description = "Send nothing: read and map everything, show the first records, count, write the rejects.")
    boolean dryRun;

    @Option(
            names = "--show",
            defaultValue = "3",
            paramLabel = "N",
            description = "With --dry-run: how many (${DEFAULT-VALUE}).")
    int show;

    @Option(names = "--limit", paramLabel = "N", description = "Stop after so many records.")
    @Nullable
    Long limit;

    @Option(names = "--rate", paramLabel = "N", description = "Send so many records a second at most.")
    @Nullable
    Long rate;

    @Option(
            names = "--restart",
            description =
                    "Begin anew. What was sent within the last 8 days counts once; after that orders, refunds and "
                            + "products still do, and other events count again.")
    boolean restart;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where rejected rows go (default: FILE.rejected.jsonl beside the first file).")
    @Nullable
    Path rejects;

    @Option(
            names = "--in-flight",
            defaultValue = "4",
            paramLabel = "N",
            description = "Requests at a time (${DEFAULT-VALUE}); an import goes on with as many as it began.")
    int inFlight;

    @Option(
            names = "--batch",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Records in a request (${DEFAULT-VALUE}).")
    int batch;

    @Option(
            names = "--give-up-after",
            defaultValue = "PT5M",
            paramLabel = "DURATION",
            description = "How long a request is tried again (${DEFAULT-VALUE}).")
    Duration giveUpAfter;

    @Option(
            names = "--memory",
            defaultValue = "64",
            paramLabel = "MB",
            description =
                    "Rows that wait for the rest of their record: beyond this they wait on disk (${DEFAULT-VALUE}).")
    int memory;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Where progress is kept (default: .rapport/imports, which ./rapport reset empties).")
    @Nullable
    Path work;

    @Option(names = "--plain", description = "No progress bar: a line every few seconds.")
    boolean plain;
}
