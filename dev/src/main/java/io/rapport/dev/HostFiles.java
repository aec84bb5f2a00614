package io.rapport.dev;

import io.rapport.dev.process.PropertiesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the host of the test servers keeps what it has.
 *
 * @param folder {@code target/test-servers} below the root of the checkout
 * @param run this host's own name in it; each start has a new one, so that a host that is still stopping keeps its data
 */
public record HostFiles(Path folder, String run) {
    /** Raised when hosts and clients of different builds would misunderstand each other. */
    private static final String PROTOCOL = "1";

    public Path home() {
        return folder.resolve(run);
    }

    public Path runtime() {
        return folder.resolve("runtime");
    }

    public Path ledger() {
        return home().resolve("processes.properties");
    }

    static Path lock(Path folder) {
        return folder.resolve("lock");
    }

    static Path state(Path folder) {
        return folder.resolve("state.properties");
    }

    /** What the host that was started last has published, if it speaks as this code does. */
    static Optional<Properties> published(Path folder) {
        return PropertiesFile.read(state(folder)).filter(state -> PROTOCOL.equals(state.getProperty("protocol")));
    }

    public void publish(Properties state) {
        state.setProperty("protocol", PROTOCOL);
        state.setProperty("run", run);
        PropertiesFile.write(state(folder), state, "the servers for tests that run now");
    }

    /** Unless another host has published meanwhile. */
    public void withdraw() {
        boolean ours = PropertiesFile.read(state(folder))
                .map(state -> run.equals(state.getProperty("run")))
                .orElse(false);
        if (ours) {
            try {
                Files.deleteIfExists(state(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
