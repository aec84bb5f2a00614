package io.rapport.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells how many rows Kafka has refused ({@code rapport.outbox.refused}), for each is an announcement that nobody got. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class RefusedRows {
    private static final Logger LOG = Logger.getLogger(RefusedRows.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final String COUNT = "select count(*) from outbox_refused";

    private static final Duration SOON = Duration.ofMillis(100);

    private final Pool pool;
    private final Vertx vertx;
    private volatile long count;

    RefusedRows(Pool pool, Vertx vertx, MeterRegistry metrics) {
        this.pool = pool;
        this.vertx = vertx;
        Gauge.builder("rapport.outbox.refused", this, rows -> rows.count)
                .description("Rows of the outbox that Kafka refuses for good, in the table outbox_refused")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        look();
        vertx.setPeriodic(PERIOD.toMillis(), id -> look());
    }

    /** Some are being refused, in a transaction that commits in a moment; what is missed is seen within the minute. */
    void lookSoon() {
        vertx.setTimer(SOON.toMillis(), id -> look());
    }

    /** Any process may have refused some. */
    private void look() {
        pool.query(COUNT)
                .execute()
                .subscribe()
                .with(
                        rows -> tell(rows.iterator().next().getLong(0)),
                        fault -> LOG.debugf("The refused rows cannot be counted now: %s", fault));
    }

    private void tell(long found) {
        if (found > count) {
            LOG.errorf("%d rows in outbox_refused were never announced", found);
        }
        count = found;
    }
}
