package io.rapport.profile.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Comes back every minute to erasures that a crash, or Redis being away, interrupted. */
@ApplicationScoped
class ErasureResumption {
    private static final Logger LOG = Logger.getLogger(ErasureResumption.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Erasure erasure;
    private final InstantSource clock;
    private final Vertx vertx;
    private long timer;

    ErasureResumption(Erasure erasure, InstantSource clock, Vertx vertx) {
        this.erasure = erasure;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY.toMillis(), id -> resume());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void resume() {
        erasure.resume(clock.instant().minus(EVERY))
                .subscribe()
                .with(done -> {}, fault -> LOG.warnf("Erasures: %s", fault.toString()));
    }
}
