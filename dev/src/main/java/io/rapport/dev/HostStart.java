package io.rapport.dev;

import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.JavaCommand;
import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.RunningProcess;
import io.rapport.dev.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds the host of the test servers or starts one. A lock on a file makes that one act, for processes and for class
 * loaders of one process alike.
 */
final class HostStart {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** A literal is one object for every class loader of a JVM, each of which has its own {@code HostStart}. */
    private static final String JVM_WIDE = "io.rapport.dev.HostStart";

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final Checkout checkout;
    private final Path folder;

    HostStart(Checkout checkout) {
        this.checkout = checkout;
        this.folder = checkout.testServers();
    }

    TestServers connect() {
        synchronized (JVM_WIDE) {
            try {
                Files.createDirectories(folder);
                return connectAlone();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot use " + folder, e);
            }
        }
    }

    private TestServers connectAlone() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(HostFiles.lock(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            return running().orElseGet(this::start);
        }
    }

    private Optional<TestServers> running() {
        return HostFiles.published(folder).flatMap(HostStart::register);
    }

    /** Registering is the proof of life: a host that is about to stop refuses it. */
    private static Optional<TestServers> register(Properties state) {
        HostClient host = new HostClient(state.getProperty("url"));
        try {
            host.post("clients", "pid", String.valueOf(MavenRun.pid()));
            return Optional.of(new TestServers(host, state));
        } catch (UncheckedIOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private TestServers start() {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        RunningProcess process = RunningProcess.start(spec(new HostFiles(folder, run)));
        Deadline deadline = Deadline.after(PATIENCE);
        boolean decided = deadline.await(() -> !process.isAlive() || isPublished(run));
        if (!decided || !process.isAlive()) {
            process.stop();
            throw new IllegalStateException(
                    "The test servers did not start; see " + process.spec().log());
        }
        return running().orElseThrow(() -> new IllegalStateException("The test servers ended at once"));
    }

    private boolean isPublished(String run) {
        return HostFiles.published(folder)
                .filter(state -> run.equals(state.getProperty("run")))
                .isPresent();
    }

    private ProcessSpec spec(HostFiles files) {
        List<String> command = List.of(
                JavaCommand.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-jar",
                new HostJars(checkout, files).program(),
                "test-servers",
                "--folder",
                folder.toString(),
                "--run",
                files.run(),
                "--watch",
                String.valueOf(MavenRun.pid()),
                "--grace-seconds",
                System.getProperty("rapport.test-servers.grace-seconds", "60"));
        return new ProcessSpec(
                "test-servers",
                command,
                Map.of(),
                files.home(),
                folder.resolve("host.log"),
                Signal.TERM,
                STOP_PATIENCE);
    }
}
