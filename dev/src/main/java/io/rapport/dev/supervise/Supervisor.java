package io.rapport.dev.supervise;

import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.process.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts stages in order, keeps their processes running, and stops them in the opposite order. */
public final class Supervisor {
    private final Circumstances circumstances;
    private final Deque<List<Supervised>> started = new ArrayDeque<>();
    private boolean stopping;

    public Supervisor(ProcessLedger ledger, StatusBoard board, Announcer announcer, Patience patience) {
        this.circumstances = new Circumstances(ledger, board, announcer, patience, new Timer(announcer));
    }

    /** Returns once all of the stage's processes are ready and what comes after them is done. */
    public void start(Stage stage) {
        List<CompletableFuture<Void>> ready =
                enlist(stage).stream().map(Supervised::start).toList();
        try {
            allOrFirstFailure(ready).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
        stage.then().run();
    }

    private static CompletableFuture<Void> allOrFirstFailure(List<CompletableFuture<Void>> parts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
        for (CompletableFuture<Void> part : parts) {
            CompletableFuture<Void> unused = part.whenComplete((nothing, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        return all;
    }

    /** Returns once nothing of it runs any more. Safe to call at any moment, from any thread, more than once. */
    public void stop() {
        markStopping();
        for (List<Supervised> stage : takeStarted()) {
            CompletableFuture<?>[] stops = stage.stream()
                    .map(process -> CompletableFuture.runAsync(process::stop, Supervisor::onOwnThread))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(stops).join();
        }
        circumstances.timer().stop();
    }

    private synchronized List<Supervised> enlist(Stage stage) {
        if (stopping) {
            throw new Refusal("Stopped before everything was started");
        }
        List<Supervised> processes = stage.parts().stream()
                .map(part -> new Supervised(part, circumstances))
                .toList();
        started.push(processes);
        return processes;
    }

    private synchronized void markStopping() {
        stopping = true;
    }

    /** The last stage first. */
    private synchronized List<List<Supervised>> takeStarted() {
        List<List<Supervised>> taken = List.copyOf(started);
        started.clear();
        return taken;
    }

    private static void onOwnThread(Runnable task) {
        Thread thread = new Thread(task, "stop-process");
        thread.setDaemon(true);
        thread.start();
    }
}
