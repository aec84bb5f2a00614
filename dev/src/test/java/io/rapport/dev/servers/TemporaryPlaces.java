package io.rapport.dev.servers;

import io.rapport.dev.process.Ports;
import java.nio.file.Path;

/** Places for servers in a test's folder; programs are unpacked once for all tests. */
final class TemporaryPlaces {
    private TemporaryPlaces() {}

    static ServerPlace in(Path folder, String name, Durability durability) {
        Path runtime = Path.of("target", "test-runtime").toAbsolutePath();
        return new ServerPlace(folder.resolve(name), runtime, folder.resolve(name + ".log"), Ports.free(), durability);
    }
}
