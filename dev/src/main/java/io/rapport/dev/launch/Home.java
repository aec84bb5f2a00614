package io.rapport.dev.launch;

import io.rapport.dev.Checkout;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder that keeps everything of a running suite: {@code .rapport/} in the checkout, or {@code RAPPORT_HOME}. */
public record Home(Path folder) {
    static final String KEY = "RAPPORT_HOME";

    public static Home find() {
        String named = System.getenv(KEY);
        Path folder = named == null || named.isBlank() ? Checkout.find().root().resolve(".rapport") : Path.of(named);
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** Only its owner may look inside: it holds keys and people's data. */
    void create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new Refusal("Cannot create " + folder + ": " + e.getMessage(), e);
        }
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    /** All that the launcher ever puts there; {@code RAPPORT_HOME} may be a folder that holds other things too. */
    List<Path> contents() {
        return List.of(
                data(), logs(), runtime(), imports(), secrets(), access(), ledger(), status(), launcher(), lock());
    }

    private Path data() {
        return folder.resolve("data");
    }

    Path data(Part part) {
        return data().resolve(part.processName());
    }

    Path logs() {
        return folder.resolve("logs");
    }

    public Path log(Part part) {
        return logs().resolve(part.processName() + ".log");
    }

    /** What the launcher itself says when nobody looks ({@code up --detach}). */
    Path launcherLog() {
        return logs().resolve("launcher.log");
    }

    Path runtime() {
        return folder.resolve("runtime");
    }

    Path secrets() {
        return folder.resolve("secrets.properties");
    }

    /** The address and the keys of the running suite, for people, tests and the importer. */
    public Path access() {
        return folder.resolve("access.json");
    }

    /** How far imports are; gone with the data that they loaded. */
    public Path imports() {
        return folder.resolve("imports");
    }

    Path ledger() {
        return folder.resolve("processes.properties");
    }

    Path status() {
        return folder.resolve("status.properties");
    }

    Path lock() {
        return folder.resolve("launcher.lock");
    }

    Path launcher() {
        return folder.resolve("launcher.properties");
    }
}
