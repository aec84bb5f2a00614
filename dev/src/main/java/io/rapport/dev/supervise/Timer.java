package io.rapport.dev.supervise;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs things a little later; what they throw is said, since nobody waits for them. */
final class Timer {
    private static final int THREADS = 4;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, Timer::daemon);
    private final Announcer announcer;

    Timer(Announcer announcer) {
        this.announcer = announcer;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void after(Duration delay, Runnable task) {
        try {
            threads.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Stopped meanwhile: what was to happen need not any more.
            return;
        }
    }

    void stop() {
        threads.shutdownNow();
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            announcer.say("The launcher itself failed: " + e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    }
}
