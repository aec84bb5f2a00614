package io.rapport.dev.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs the command in a folder of its own, against a gateway. */
final class Imports {
    private final Path folder;
    private final Path access;

    Imports(Path folder, String gateway) {
        this.folder = folder;
        this.access = folder.resolve("access.json");
        write(access, "{\"gateway\":\"" + gateway + "\",\"serverKey\":\"" + FakeGateway.KEY + "\"}");
    }

    record Result(int status, String out, String err) {}

    Path write(String name, String text) {
        return write(folder.resolve(name), text);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rejects of a file, or nothing. */
    List<String> rejects(String name) {
        Path file = folder.resolve(name + ".rejected.jsonl");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> arguments(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--access", access.toString(), "--work", folder.resolve("work").toString()));
        return all;
    }

    Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new CommandLine(new ImportCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments(arguments).toArray(String[]::new));
        return new Result(status, out.toString(), err.toString());
    }
}
