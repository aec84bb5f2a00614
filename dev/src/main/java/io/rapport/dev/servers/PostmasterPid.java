package io.rapport.dev.servers;

import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The file by which PostgreSQL notices that another server uses its data folder. After a crash it names a pid that may
 * belong to somebody else by now, and PostgreSQL would refuse to start because of that foreign process; or a server that
 * outlived its launcher, which is ended here first.
 */
record PostmasterPid(Path data) {
    private static final Duration FAST = Duration.ofSeconds(20);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    void clear() {
        Optional<ProcessHandle> named = namedProcess();
        if (named.isEmpty()) {
            return;
        }
        if (isPostgres(named.get())) {
            end(named.get());
        } else {
            deleteFile();
        }
    }

    private Optional<ProcessHandle> namedProcess() {
        try {
            List<String> lines = Files.exists(file()) ? Files.readAllLines(file()) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(), e);
        }
    }

    /** The server's programs lie in a folder of ours, and its command line names the data folder. */
    private boolean isPostgres(ProcessHandle process) {
        boolean program = process.info().command().orElse("").endsWith("/postgres");
        String line = process.info().commandLine().orElse("");
        return program && (line.isEmpty() || line.contains(data.toString()));
    }

    private static void end(ProcessHandle server) {
        Signal.INT.send(server.pid());
        if (!Deadline.after(FAST).await(() -> !server.isAlive())) {
            Signal.QUIT.send(server.pid());
            Deadline.after(IMMEDIATE).await(() -> !server.isAlive());
        }
    }

    private void deleteFile() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file(), e);
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }
}
