package io.rapport.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a guide's commands one block after another as a reader would in one terminal: exported variables stay. */
final class Shell {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Path folder;
    private final Map<String, String> environment;
    private final Path exported;

    Shell(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.exported = Files.createTempFile("guide", ".env");
    }

    /** What the commands printed, and how they ended. */
    record Result(int exit, String output) {}

    Result run(String commands) throws IOException, InterruptedException {
        String script = "set -eo pipefail\nset -a\n. '" + exported + "'\nset +a\n" + commands + "\nexport -p > '"
                + exported + "'\n";
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Path output = Files.createTempFile("guide", ".out");
        Process process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Result(-1, "took longer than " + LONGEST);
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
