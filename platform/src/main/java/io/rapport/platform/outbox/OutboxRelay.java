package io.rapport.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox, round after round, one at a time. Woken by a write, it looks at once and then ever less often, up
 * to a second, until it finds rows: a write wakes it before its transaction commits, and however long that takes, the rows
 * wait about as long again at most. All state is confined to one event-loop context of its own, so that neither the
 * writer's context nor thousands of writes at once matter.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long SOON_MILLIS = 2;
    private static final long IDLE_MILLIS = 1_000;
    private static final long NO_TIMER = -1;

    private final OutboxRound round;
    private final Vertx vertx;
    private final Context context;
    private final Counter published;
    private final Counter rounds;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean stopped;
    private boolean running;
    private long delay = SOON_MILLIS;
    private long timer = NO_TIMER;

    OutboxRelay(OutboxRound round, Vertx vertx, MeterRegistry metrics) {
        this.round = round;
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.published = metrics.counter("rapport.outbox.published");
        this.rounds = metrics.counter("rapport.outbox.rounds");
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** A transaction has written rows and is about to commit. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(nothing -> lookSoon());
        }
    }

    private void lookSoon() {
        woken.set(false);
        delay = SOON_MILLIS;
        if (!running) {
            schedule();
        }
    }

    private void schedule() {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(delay, id -> look());
    }

    private void look() {
        if (stopped || running) {
            return;
        }
        running = true;
        rounds.increment();
        // Doubled before the round, so that a write during it makes the next one soon again.
        delay = Math.min(delay * 2, IDLE_MILLIS);
        round.run().subscribe().with(count -> context.runOnContext(nothing -> ended(count)), this::failed);
    }

    private void failed(Throwable fault) {
        if (!stopped) {
            LOG.warnf("The outbox waits: %s", fault);
        }
        context.runOnContext(nothing -> {
            delay = IDLE_MILLIS;
            ended(0);
        });
    }

    private void ended(int count) {
        running = false;
        published.increment(count);
        if (count > 0) {
            delay = SOON_MILLIS;
        }
        if (!stopped) {
            schedule();
        }
    }
}
