package io.rapport.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A child process that was started from its {@link ProcessSpec}. */
public final class RunningProcess {
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);

    private final ProcessSpec spec;
    private final Process process;

    private RunningProcess(ProcessSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    public static RunningProcess start(ProcessSpec spec) {
        try {
            Files.createDirectories(spec.log().getParent());
            Files.createDirectories(spec.directory());
            ProcessBuilder builder = new ProcessBuilder(OwnSession.command(spec.command()))
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().putAll(spec.environment());
            builder.environment().values().removeIf(String::isEmpty);
            Process process = builder.start();
            process.getOutputStream().close();
            return new RunningProcess(spec, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + spec.name(), e);
        }
    }

    public ProcessSpec spec() {
        return spec;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** The exit status as a shell shows it: 128 plus the signal's number when a signal ended it. */
    public int exitStatus() {
        return process.exitValue();
    }

    public void signal(Signal signal) {
        if (process.isAlive()) {
            signal.send(process.pid());
        }
    }

    /** Asks it to end, waits as long as its spec allows, then kills it; returns once it is gone. */
    public void stop() {
        signal(Signal.CONT);
        signal(spec.stopSignal());
        if (!endsWithin(spec.patience())) {
            kill();
        }
    }

    public void kill() {
        signal(Signal.KILL);
        endsWithin(KILL_PATIENCE);
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
