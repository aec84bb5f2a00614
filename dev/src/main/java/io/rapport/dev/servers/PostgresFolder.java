package io.rapport.dev.servers;

import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A new PostgreSQL data folder, made aside and moved in place, so that an interrupted start leaves no half of one. */
record PostgresFolder(ServerPlace place) {
    void initialize(Path programs) {
        Path aside = place.data().resolveSibling(place.data().getFileName() + ".new");
        Path password = place.data().resolveSibling(place.data().getFileName() + ".password");
        try {
            Folders.delete(aside);
            Folders.delete(place.data());
            Files.createDirectories(aside.getParent());
            Files.writeString(password, PostgresServer.PASSWORD);
            run(initdb(programs, aside, password));
            Files.move(aside, place.data(), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot initialize " + place.data(), e);
        }
    }

    /** The built-in C.UTF-8 sorts alike on every platform. */
    private List<String> initdb(Path programs, Path folder, Path password) {
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(programs.resolve("initdb").toString(), "-D", folder.toString()));
        command.addAll(List.of("-U", PostgresServer.USER, "--pwfile", password.toString()));
        command.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", "--no-instructions"));
        command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (place.relaxed()) {
            command.add("--no-sync");
        }
        return command;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Refusal("initdb failed:\n" + output.strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new Refusal("initdb was interrupted", e);
        }
    }
}
