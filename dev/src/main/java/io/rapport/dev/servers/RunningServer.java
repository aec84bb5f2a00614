package io.rapport.dev.servers;

import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.LogTail;
import io.rapport.dev.process.RunningProcess;
import io.rapport.dev.process.Signal;
import java.time.Duration;
import java.util.function.Consumer;

/** A server together with its process, for those who start servers without supervising them: tests and single commands. */
public final class RunningServer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOG_LINES_SHOWN = 20;

    private final EmbeddedServer server;
    private final Consumer<RunningProcess> onSpawn;
    private RunningProcess process;

    private RunningServer(EmbeddedServer server, Consumer<RunningProcess> onSpawn) {
        this.server = server;
        this.onSpawn = onSpawn;
        this.process = spawn();
    }

    /**
     * Starts the server and returns once it answers.
     *
     * @param onSpawn is told of each process as soon as it is there, ready or not
     */
    public static RunningServer start(EmbeddedServer server, Consumer<RunningProcess> onSpawn) {
        RunningServer running = new RunningServer(server, onSpawn);
        running.awaitReady();
        return running;
    }

    public EmbeddedServer server() {
        return server;
    }

    public synchronized RunningProcess process() {
        return process;
    }

    /** Starts it again after {@link #stop} or {@link #kill}, on the same port with the same data. */
    public synchronized void startAgain() {
        if (!process.isAlive()) {
            process = spawn();
            awaitReady();
        }
    }

    public synchronized void stop() {
        process.stop();
    }

    public synchronized void kill() {
        process.kill();
    }

    /** Makes it hang: connections stay open and nothing answers. */
    public synchronized void pause() {
        process.signal(Signal.STOP);
    }

    public synchronized void resume() {
        process.signal(Signal.CONT);
    }

    private RunningProcess spawn() {
        server.prepare();
        RunningProcess spawned = RunningProcess.start(server.spec());
        onSpawn.accept(spawned);
        return spawned;
    }

    private void awaitReady() {
        boolean decided = Deadline.after(PATIENCE).await(() -> !process.isAlive() || server.isReady());
        if (!decided || !process.isAlive()) {
            process.kill();
            throw new IllegalStateException(process.spec().name() + " did not start on port " + server.port() + ":\n"
                    + String.join("\n", LogTail.of(process.spec().log(), LOG_LINES_SHOWN)));
        }
    }
}
