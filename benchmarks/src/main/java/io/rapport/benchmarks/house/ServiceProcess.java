package io.rapport.benchmarks.house;

import io.rapport.dev.Checkout;
import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.JavaCommand;
import io.rapport.dev.process.Ports;
import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.RunningProcess;
import io.rapport.dev.process.Signal;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One service as a process of its own, to be measured, or killed and started again. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration END_PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final ProcessSpec spec;
    private final int port;
    private final Thread end = new Thread(this::kill, "end-of-service");
    private RunningProcess process;

    private ServiceProcess(
            String service, String name, Path logs, List<String> options, Map<String, String> variables) {
        this.port = Ports.free();
        Path root = Checkout.find().root();
        List<String> command = new ArrayList<>(List.of(JavaCommand.java(), "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                root.resolve(service)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        Map<String, String> environment = new LinkedHashMap<>(variables);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        Path log = logs.toAbsolutePath().resolve(name + ".log");
        this.spec = new ProcessSpec(name, command, environment, root, log, Signal.TERM, END_PATIENCE);
        this.process = RunningProcess.start(spec);
        Runtime.getRuntime().addShutdownHook(end);
    }

    /** With the launcher's options and some more. */
    public static ServiceProcess profileService(String name, Path logs, Surroundings with, List<String> options) {
        return new ServiceProcess("profile-service", name, logs, options, with.profileService());
    }

    public static ServiceProcess gateway(Path logs, Surroundings with, ServiceProcess profileService) {
        return new ServiceProcess("gateway", "gateway", logs, List.of(), with.gateway(profileService.port()));
    }

    public int port() {
        return port;
    }

    public ProcessHandle handle() {
        return process.handle();
    }

    /** Returns once it is ready; one that gives up while it starts is started again, as any supervisor would. */
    public void awaitReady() {
        if (!Deadline.after(PATIENCE).await(this::isReady)) {
            throw new IllegalStateException(spec.name() + " did not start; see " + spec.log());
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            startAgain();
        }
        try {
            URI ready = URI.create("http://localhost:" + port + "/health/ready");
            return ((HttpURLConnection) ready.toURL().openConnection()).getResponseCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL; returns once it is gone. */
    public void kill() {
        process.kill();
    }

    public void startAgain() {
        process = RunningProcess.start(spec);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        process.stop();
    }
}
