package io.rapport.platform.rounds;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Work that is looked for again and again, one round at a time; one that fails is told of, and the next tries again. */
public final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final String what;
    private final Supplier<? extends Uni<?>> work;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    private Rounds(String what, Supplier<? extends Uni<?>> work) {
        this.what = what;
        this.work = work;
    }

    /**
     * Begins, the first round one period from now.
     *
     * @param what waits where a round fails, for the log
     */
    public static Rounds every(Duration period, Vertx vertx, String what, Supplier<? extends Uni<?>> work) {
        Rounds rounds = new Rounds(what, work);
        vertx.setPeriodic(period.toMillis(), id -> rounds.look());
        return rounds;
    }

    /** A round at once, unless one is under way; nobody waits for it. */
    public void look() {
        if (!stopped && running.compareAndSet(false, true)) {
            Uni.createFrom()
                    .deferred(() -> work.get().replaceWithVoid())
                    .onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(done -> {}, fault -> LOG.warnf("%s: %s", what, fault));
        }
    }

    /** No round begins from now on. */
    public void stop() {
        stopped = true;
    }
}
