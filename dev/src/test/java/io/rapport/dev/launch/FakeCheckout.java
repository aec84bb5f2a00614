package io.rapport.dev.launch;

import io.rapport.dev.Checkout;
import io.rapport.dev.process.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A checkout whose services are stand-ins, with this module's real program, on ports of its own. */
final class FakeCheckout {
    private static final String MAIN = FakeService.class.getName();

    final Path root;
    final Map<Part, Integer> ports = new EnumMap<>(Part.class);

    FakeCheckout(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("dev"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("dev/pom.xml"));
        for (Part part : Part.values()) {
            ports.put(part, Ports.free());
            if (!part.isServer()) {
                writeService(part);
            }
        }
    }

    /** Starts the program with a command and gives its output to a file. */
    Process start(Path output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(commandLine(command))
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        ports.forEach((part, port) -> builder.environment().put(part.portKey(), String.valueOf(port)));
        builder.environment().put("RAPPORT_HOME", home().folder().toString());
        return builder.start();
    }

    /** Runs a command to its end and returns its exit status and all that it said. */
    Result run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(root, "output", ".txt");
        Process process = start(output, command);
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(command) + " did not end:\n" + Files.readString(output));
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    record Result(int status, String output) {}

    Home home() {
        return new Home(root.resolve(".rapport"));
    }

    private List<String> commandLine(String... command) throws IOException {
        Path target = Checkout.find().root().resolve("dev/target");
        try (Stream<Path> jars = Files.list(target)) {
            Path jar = jars.filter(file -> file.getFileName().toString().endsWith("SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow();
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-Drapport.root=" + root,
                    "-jar",
                    jar.toString()));
            line.addAll(List.of(command));
            return line;
        }
    }

    private void writeService(Part part) throws IOException {
        Path jar = root.resolve(part.processName()).resolve("target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, MAIN);
        String entry = MAIN.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                InputStream code = FakeService.class.getResourceAsStream("/" + entry)) {
            zip.putNextEntry(new ZipEntry(entry));
            code.transferTo(zip);
        }
    }
}
