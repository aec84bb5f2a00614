package io.rapport.dev;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars that a host of test servers runs from: copies of the suite's own ones, so that building them again does not
 * pull them from under it, then the libraries, which stay.
 */
record HostJars(Checkout checkout, HostFiles files) {
    String classPath() {
        try {
            Path jars = Files.createDirectories(files.home().resolve("jars"));
            Path libraries = checkout.devJar().resolveSibling("lib");
            List<String> path = new ArrayList<>();
            for (Path jar : ownJars(libraries)) {
                path.add(Files.copy(jar, jars.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING)
                        .toString());
            }
            path.add(libraries + File.separator + "*");
            return String.join(File.pathSeparator, path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the jars of dev", e);
        }
    }

    private List<Path> ownJars(Path libraries) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            Stream<Path> events =
                    jars.filter(jar -> jar.getFileName().toString().startsWith("events-"));
            return Stream.concat(Stream.of(checkout.devJar()), events).toList();
        }
    }
}
