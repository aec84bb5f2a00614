package io.rapport.dev.cli;

import io.rapport.dev.process.Refusal;
import io.rapport.dev.servers.Durability;
import io.rapport.dev.servers.ServerPlace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of a server that runs by itself. */
final class ServerOptions {
    @Option(names = "--data", required = true, description = "The folder that keeps the data.")
    Path data;

    @Option(names = "--port", required = true, description = "Where it listens, on the loopback interface.")
    int port;

    @Option(names = "--relaxed", description = "Flush nothing to disk: faster, and lost with the machine.")
    boolean relaxed;

    @Option(names = "--runtime", description = "Where programs are unpacked to (default: beside the data).")
    @Nullable
    Path runtime;

    @Option(names = "--log", description = "Gets the server's output (default: beside the data).")
    @Nullable
    Path log;

    ServerPlace place() {
        Path folder = data.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        if (parent == null) {
            throw new Refusal("--data needs a folder of its own");
        }
        return new ServerPlace(
                folder,
                runtime == null ? parent.resolve("runtime") : runtime.toAbsolutePath(),
                log == null ? parent.resolve(folder.getFileName() + ".log") : log.toAbsolutePath(),
                port,
                durability());
    }

    Durability durability() {
        return relaxed ? Durability.RELAXED : Durability.REAL;
    }
}
