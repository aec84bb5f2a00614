package io.rapport.dev;

import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The checkout of the suite that this program was started in. */
public record Checkout(Path root) {
    private static final String KEY = "rapport.root";

    /** The folder that {@code -Drapport.root} names, else the nearest one upwards that holds the launcher. */
    public static Checkout find() {
        String named = System.getProperty(KEY);
        if (named != null && isRoot(Path.of(named))) {
            return new Checkout(Path.of(named).toAbsolutePath().normalize());
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (isRoot(folder)) {
                return new Checkout(folder);
            }
        }
        throw new Refusal("No checkout of Rapport at or above " + start + "; name it with -D" + KEY);
    }

    private static boolean isRoot(Path folder) {
        return Files.exists(folder.resolve("dev").resolve("pom.xml")) && Files.exists(folder.resolve("pom.xml"));
    }

    public Path testServers() {
        return root.resolve("target").resolve("test-servers");
    }

    /** The jar of this module, which finds its libraries in {@code lib} beside it. */
    Path devJar() {
        Path target = root.resolve("dev").resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(Checkout::isDevJar)
                    .max(Comparator.comparing(path -> path.toFile().lastModified()))
                    .orElseThrow(() -> new Refusal(
                            "dev is not packaged: mvn -Dquick -DskipTests -pl events,dev package (at " + root + ")"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDevJar(Path file) {
        String name = file.getFileName().toString();
        return name.matches("dev-.*\\.jar") && !name.endsWith("-sources.jar") && !name.endsWith("-tests.jar");
    }
}
