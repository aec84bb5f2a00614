package io.rapport.dev.imports;

import io.rapport.dev.imports.delivery.Delivery;
import io.rapport.dev.imports.delivery.DryDelivery;
import io.rapport.dev.imports.delivery.Lanes;
import io.rapport.dev.imports.delivery.Pace;
import io.rapport.dev.imports.delivery.Patience;
import io.rapport.dev.imports.delivery.Target;
import io.rapport.dev.imports.input.InputFiles;
import io.rapport.dev.imports.mapping.Kind;
import io.rapport.dev.imports.mapping.Mapping;
import io.rapport.dev.imports.mapping.MappingFile;
import io.rapport.dev.imports.progress.Checkpoint;
import io.rapport.dev.imports.progress.CheckpointFile;
import io.rapport.dev.imports.progress.Counts;
import io.rapport.dev.imports.progress.Display;
import io.rapport.dev.imports.progress.Ledger;
import io.rapport.dev.imports.progress.RejectsFile;
import io.rapport.dev.launch.Home;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** One import from its options to its exit status. */
final class Importer {
    private static final URI NOWHERE = URI.create("dry:run");
    private static final long MEGABYTE = 1 << 20;

    private final Kind kind;
    private final List<Path> paths;
    private final Path mappingPath;
    private final ImportOptions options;
    private final InstantSource clock;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Counts counts = new Counts();

    Importer(
            Kind kind,
            List<Path> paths,
            Path mappingPath,
            ImportOptions options,
            InstantSource clock,
            PrintWriter out,
            PrintWriter err) {
        this.kind = kind;
        this.paths = paths;
        this.mappingPath = mappingPath;
        this.options = options;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** The exit status. */
    int run(Map<String, String> environment) {
        Mapping mapping = MappingFile.read(mappingPath, kind, clock);
        InputFiles files = new InputFiles(paths, mapping.input());
        Optional<Target> target = options.dryRun ? Optional.empty() : Optional.of(target(environment));
        URI gateway = target.map(Target::gateway).orElse(NOWHERE);
        String name = RunName.of(kind, gateway, mappingPath, paths.get(0), files);
        try (Workspace workspace = Workspace.open(work(), name)) {
            return target.isEmpty() ? dryRun(mapping, files, workspace) : run(mapping, files, workspace, target.get());
        }
    }

    /** Beside the file, or where that may not be written with the checkpoints. */
    private Path rejectsPath() {
        if (options.rejects != null) {
            return options.rejects.toAbsolutePath();
        }
        Path first = paths.get(0).toAbsolutePath();
        Path beside = Files.isWritable(first.getParent()) ? first.getParent() : work();
        return beside.resolve(first.getFileName() + ".rejected.jsonl");
    }

    private int tellDone(Checkpoint before) {
        out.printf(
                Locale.ROOT,
                "Imported already, at %s: %,d records, %,d rejections. --restart sends it again: within 8 days nothing counts "
                        + "twice, after that orders, refunds and products do not, and other events do.%n",
                before.savedAt(),
                before.taken(),
                before.rejects() + before.refused());
        return before.rejects() + before.refused() > 0 ? ImportCommand.SOME_REJECTED : ImportCommand.ALL;
    }

    private Path work() {
        return options.work == null ? Home.find().imports() : options.work.toAbsolutePath();
    }

    private Target target(Map<String, String> environment) {
        Path access = options.access == null ? Home.find().access() : options.access;
        return TargetChoice.of(Optional.ofNullable(options.gateway), access, environment);
    }

    private int dryRun(Mapping mapping, InputFiles files, Workspace workspace) {
        Checkpoint start = Checkpoint.start(1);
        try (RejectsFile rejects = RejectsFile.open(rejectsPath(), 0)) {
            Ledger ledger = new Ledger(start, Optional.empty(), rejects, counts, clock);
            Watch watch = run(mapping, files, workspace, ledger, new DryDelivery(out, options.show));
            ledger.save(true);
            new Summary(counts, watch.elapsed(), rejects.path()).print("Dry run: nothing was sent", out);
            return counts.anyRejected() ? ImportCommand.SOME_REJECTED : ImportCommand.ALL;
        }
    }

    private int run(Mapping mapping, InputFiles files, Workspace workspace, Target target) {
        CheckpointFile file = workspace.checkpoint();
        if (options.restart) {
            file.delete();
        }
        Checkpoint before = file.read().orElseGet(() -> Checkpoint.start(options.inFlight));
        if (before.done()) {
            return tellDone(before);
        }
        if (before.started()) {
            err.println("Going on where the import stood at " + before.savedAt());
        }
        try (RejectsFile rejects = RejectsFile.open(rejectsPath(), before.rejectsBytes())) {
            Ledger ledger = new Ledger(before, Optional.of(file), rejects, counts, clock);
            return run(mapping, files, workspace, target, ledger, rejects.path());
        }
    }

    private int run(
            Mapping mapping, InputFiles files, Workspace workspace, Target target, Ledger ledger, Path rejects) {
        Patience patience = Patience.of(options.giveUpAfter, new Random());
        Pace pace = Pace.of(options.rate == null ? OptionalLong.empty() : OptionalLong.of(options.rate));
        boolean done = false;
        try (SaveOnExit exit = SaveOnExit.of(ledger);
                Lanes lanes = Lanes.open(kind, target, options.batch, patience, pace, ledger, clock)) {
            Watch watch = run(mapping, files, workspace, ledger, lanes);
            done = options.limit == null;
            new Summary(counts, watch.elapsed(), rejects).print(kind.word() + " → " + target.gateway(), out);
        } finally {
            ledger.save(done);
        }
        return counts.anyRejected() ? ImportCommand.SOME_REJECTED : ImportCommand.ALL;
    }

    private Watch run(Mapping mapping, InputFiles files, Workspace workspace, Ledger ledger, Delivery delivery) {
        long limit = options.limit == null ? Long.MAX_VALUE : options.limit;
        try (Display display = Displays.of(options.plain, err);
                Spill spill = new Spill(workspace.spillFolder(), options.memory * MEGABYTE)) {
            Watch watch = new Watch(display, counts);
            new ImportRun(mapping, files, ledger, delivery, watch, spill, limit).run();
            delivery.finish();
            return watch;
        }
    }
}
