package io.rapport.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars that a host of test servers runs from: copies of the suite's own ones, so that building them again does not
 * pull them from under it, and links to the libraries, which stay. The program's manifest names those that count.
 */
record HostJars(Checkout checkout, HostFiles files) {
    private static final String LIBRARIES = "lib";

    /** The jar to start, beside the folder of libraries that it expects. */
    String program() {
        try {
            Path original = checkout.devJar();
            Path libraries =
                    Files.createDirectories(files.home().resolve("jars").resolve(LIBRARIES));
            for (Path library : librariesOf(original)) {
                provide(library, libraries.resolve(library.getFileName()));
            }
            return Files.copy(original, libraries.resolveSibling("dev.jar")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the jars of dev", e);
        }
    }

    private static List<Path> librariesOf(Path program) throws IOException {
        try (Stream<Path> libraries = Files.list(program.resolveSibling(LIBRARIES))) {
            return libraries.toList();
        }
    }

    private static void provide(Path library, Path place) throws IOException {
        if (library.getFileName().toString().startsWith("events-")) {
            Files.copy(library, place);
        } else {
            Files.createSymbolicLink(place, library);
        }
    }
}
