package io.rapport.dev.launch;

import io.rapport.dev.Checkout;
import io.rapport.dev.process.JavaCommand;
import io.rapport.dev.process.Launchable;
import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.Refusal;
import io.rapport.dev.process.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of the five services, run from the folder that its build leaves. */
record Service(Part part, Settings settings, Environment environment, Home home, Checkout checkout)
        implements Launchable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return part.processName();
    }

    @Override
    public int port() {
        return settings.port(part);
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar())) {
            throw new Refusal(name() + " is not built: mvn -Dquick -DskipTests package");
        }
    }

    @Override
    public ProcessSpec spec() {
        List<String> command = new ArrayList<>(List.of(JavaCommand.java(), "-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
        if (settings.javaOptions().stream().noneMatch(Service::choosesCollector)) {
            // Five small heaps on one machine: the pauses are short, and no collector's threads take the cores.
            command.add("-XX:+UseSerialGC");
        }
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-jar", jar().toString()));
        return new ProcessSpec(
                name(), command, environment.of(part), checkout.root(), home.log(part), Signal.TERM, PATIENCE);
    }

    @Override
    public boolean isReady() {
        return Health.isReady(port());
    }

    private static boolean choosesCollector(String option) {
        return option.startsWith("-XX:+Use") && option.endsWith("GC");
    }

    private Path jar() {
        return checkout.root().resolve(name()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
