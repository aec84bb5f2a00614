package io.rapport.dev.supervise;

import io.rapport.dev.process.Launchable;
import io.rapport.dev.process.Refusal;
import io.rapport.dev.process.RunningProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One process that is kept running until it is stopped. */
final class Supervised {
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(300);

    private final Launchable part;
    private final Circumstances with;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private @Nullable RunningProcess process;
    private State state = State.STOPPED;
    private long enteredNanos = System.nanoTime();
    private long spawnedNanos;
    private int endsInARow;
    private int restarts;
    private boolean stopping;

    Supervised(Launchable part, Circumstances with) {
        this.part = part;
        this.with = with;
    }

    /** Starts it; the future completes when it is ready for the first time, or cannot become so. */
    CompletableFuture<Void> start() {
        with.timer().after(Duration.ZERO, this::spawn);
        with.timer().after(with.patience().start(), this::beLate);
        return firstReady;
    }

    void stop() {
        RunningProcess last = beginStop();
        if (last != null) {
            last.stop();
            with.ledger().remove(part.name());
        }
        settle();
    }

    private void beLate() {
        if (!firstReady.isDone()) {
            firstReady.completeExceptionally(
                    FailedStart.late(part.spec(), with.patience().start()));
        }
    }

    private synchronized @Nullable RunningProcess beginStop() {
        stopping = true;
        firstReady.completeExceptionally(new Refusal(part.name() + " was stopped"));
        enter(State.STOPPING);
        return process;
    }

    private synchronized void settle() {
        process = null;
        enter(State.STOPPED);
    }

    private synchronized void spawn() {
        if (stopping) {
            return;
        }
        spawnedNanos = System.nanoTime();
        try {
            part.prepare();
            RunningProcess spawned = RunningProcess.start(part.spec());
            process = spawned;
            with.ledger().add(part.name(), spawned);
            enter(State.STARTING);
            CompletableFuture<Void> unused = spawned.ended().thenAccept(status -> ended(spawned, status));
            probeSoon(spawned);
        } catch (RuntimeException e) {
            failToStart(e);
        }
    }

    private void failToStart(RuntimeException why) {
        if (firstReady.isDone()) {
            again(part.name() + " does not start (" + why.getMessage() + "), trying again");
        } else {
            enter(State.FAILED);
            firstReady.completeExceptionally(why);
        }
    }

    private void probeSoon(RunningProcess probed) {
        with.timer().after(BETWEEN_PROBES, () -> probe(probed));
    }

    private void probe(RunningProcess probed) {
        if (!isStarting(probed)) {
            return;
        }
        if (part.isReady()) {
            becomeReady(probed);
        } else {
            probeSoon(probed);
        }
    }

    private synchronized boolean isStarting(RunningProcess probed) {
        return process == probed && state == State.STARTING && !stopping;
    }

    private synchronized void becomeReady(RunningProcess probed) {
        if (isStarting(probed)) {
            enter(State.READY);
            with.announcer().ready(part.name(), part.port(), Duration.ofNanos(System.nanoTime() - spawnedNanos));
            firstReady.complete(null);
        }
    }

    private synchronized void ended(RunningProcess which, int status) {
        if (which != process || stopping) {
            return;
        }
        process = null;
        with.ledger().remove(part.name());
        endsInARow = wasSteady() ? 1 : endsInARow + 1;
        if (!firstReady.isDone() && endsInARow >= with.patience().failedStarts()) {
            enter(State.FAILED);
            firstReady.completeExceptionally(FailedStart.of(part.spec(), status));
        } else {
            again(part.name() + " ended (exit " + status + "), restarting");
        }
    }

    private void again(String announcement) {
        restarts++;
        enter(State.RESTARTING);
        with.announcer().say(announcement);
        Duration delay = with.patience().restart().delay(Math.max(1, endsInARow));
        with.timer().after(delay, this::spawn);
    }

    private boolean wasSteady() {
        long inState = System.nanoTime() - enteredNanos;
        return state == State.READY && inState >= with.patience().steady().toNanos();
    }

    private void enter(State next) {
        state = next;
        enteredNanos = System.nanoTime();
        long pid = process == null ? 0 : process.pid();
        with.board().put(new ProcessStatus(part.name(), pid, part.port(), next, Instant.now(), restarts));
    }
}
