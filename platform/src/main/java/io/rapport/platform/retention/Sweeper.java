package io.rapport.platform.retention;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Sweeps every store that has a {@link Retention}, at the start and every hour. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final Duration AT_FIRST = Duration.ofMinutes(1);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Pool pool;
    private final List<Retention> retentions;

    Sweeper(Pool pool, @All List<Retention> retentions) {
        this.pool = pool;
        this.retentions = retentions;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(AT_FIRST.toMillis(), PERIOD.toMillis(), id -> sweepAll());
    }

    private void sweepAll() {
        retentions.forEach(retention -> retention
                .sweep(pool)
                .subscribe()
                .with(
                        count -> LOG.debugf("Swept %d of %s", count, retention.what()),
                        fault -> LOG.warnf("Sweeping %s waits for the next hour: %s", retention.what(), fault)));
    }
}
