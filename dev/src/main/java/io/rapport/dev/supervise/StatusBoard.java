package io.rapport.dev.supervise;

import io.rapport.dev.process.PropertiesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The states of all processes, kept in a file for {@code status} to read from another terminal. */
public final class StatusBoard {
    private final Path file;
    private final Properties lines = new Properties();

    public StatusBoard(Path file) {
        this.file = file;
    }

    synchronized void put(ProcessStatus status) {
        lines.setProperty(status.name(), status.line());
        PropertiesFile.write(file, lines, "name = pid port state since restarts");
    }

    public static List<ProcessStatus> read(Path file) {
        return PropertiesFile.read(file).orElseGet(Properties::new).entrySet().stream()
                .flatMap(entry -> ProcessStatus.parse((String) entry.getKey(), (String) entry.getValue()).stream())
                .toList();
    }
}
