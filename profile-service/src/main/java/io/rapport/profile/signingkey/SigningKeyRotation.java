package io.rapport.profile.signingkey;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks every hour whether a key is due. */
@ApplicationScoped
class SigningKeyRotation {
    private static final Logger LOG = Logger.getLogger(SigningKeyRotation.class);
    private static final long EVERY = Duration.ofHours(1).toMillis();

    private final SigningKeyService keys;
    private final Vertx vertx;
    private long timer;

    SigningKeyRotation(SigningKeyService keys, Vertx vertx) {
        this.keys = keys;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY, id -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        keys.ensure().subscribe().with(done -> {}, fault -> LOG.warnf("Signing keys: %s", fault.toString()));
    }
}
