package io.rapport.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The whole suite, started by {@code ./rapport up} on free ports with its data in a folder of its own: what tests of guides
 * and of faults run against. Needs nothing but the JDK.
 */
public final class RunningHouse implements AutoCloseable {
    private static final List<String> PARTS =
            List.of("GATEWAY", "PROFILE", "RECOMMENDATION", "CAMPAIGN", "SURVEY", "POSTGRES", "REDIS", "KAFKA");
    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    private final Map<String, String> environment;

    private RunningHouse(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** Starts it and returns once all is ready. The folder gets {@code .rapport}, and links to the script and the guides. */
    public static RunningHouse start(Path folder) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(
                "RAPPORT_HOME", folder.resolve(".rapport").toAbsolutePath().toString());
        List<Integer> ports = freePorts(PARTS.size());
        for (int i = 0; i < PARTS.size(); i++) {
            environment.put("RAPPORT_" + PARTS.get(i) + "_PORT", String.valueOf(ports.get(i)));
        }
        // Absolute, for the script is run in it: its own name must mean the same there.
        RunningHouse house = new RunningHouse(folder.toAbsolutePath(), environment);
        house.link();
        house.rapport("reset", "--yes");
        house.rapport("up", "--detach", "--clock-control");
        return house;
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link() {
        Path root = Checkout.find().root();
        try {
            Files.createDirectories(folder);
            for (String name : List.of("rapport", "docs")) {
                Files.deleteIfExists(folder.resolve(name));
                Files.createSymbolicLink(
                        folder.resolve(name), root.resolve(name).toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a reader of the guides would stand. */
    public Path folder() {
        return folder;
    }

    /** What tells {@code ./rapport} that this house is meant. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The file with the gateway's address and the keys. */
    public Path access() {
        return folder.resolve(".rapport/access.json");
    }

    /** The port of {@code gateway}, {@code profile}, {@code postgres}, … */
    public int port(String part) {
        return Integer.parseInt(environment.get("RAPPORT_" + part.toUpperCase(java.util.Locale.ROOT) + "_PORT"));
    }

    /** The process that plays a part now, such as {@code profile-service} or {@code redis}. */
    public ProcessHandle process(String name) {
        Properties ledger = new Properties();
        try (var in = Files.newInputStream(folder.resolve(".rapport/processes.properties"))) {
            ledger.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String entry = ledger.getProperty(name);
        if (entry == null) {
            throw new IllegalArgumentException("No process is called " + name + ": " + ledger.stringPropertyNames());
        }
        return ProcessHandle.of(Long.parseLong(entry.split(" ", 2)[0])).orElseThrow();
    }

    private void rapport(String... arguments) {
        List<String> command = new ArrayList<>(List.of(folder.resolve("rapport").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Path output = Files.createTempFile("rapport", ".out");
            Process process = builder.redirectOutput(output.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(command + " failed:\n" + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        rapport("down");
    }
}
