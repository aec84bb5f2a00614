package io.rapport.profile.membership;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Asks again at the moments at which segments may answer otherwise without an event. It looks twice a second for profiles
 * whose time has come, and leaves those alone whose row somebody holds: they are asked then anyway, or in the next round.
 */
@ApplicationScoped
public class DueSweeper {
    private static final Logger LOG = Logger.getLogger(DueSweeper.class);
    private static final long PERIOD_MILLIS = 500;
    private static final int MOST = 500;
    private static final String LOCK = "select id from profile where id = any($1) and merged_into is null "
            + "and erased_at is null order by id for update skip locked";

    private final Pool pool;
    private final StandingStore standings;
    private final Memberships memberships;
    private final InstantSource clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    DueSweeper(Pool pool, StandingStore standings, Memberships memberships, InstantSource clock) {
        this.pool = pool;
        this.standings = standings;
        this.memberships = memberships;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(PERIOD_MILLIS, id -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void look() {
        if (!stopped && running.compareAndSet(false, true)) {
            sweep().onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(done -> {}, fault -> LOG.warnf("Memberships that are due wait: %s", fault));
        }
    }

    /** Until nothing is due any more; how many profiles were asked. */
    public Uni<Integer> sweep() {
        return standings
                .due(pool, clock.instant(), MOST)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : ask(due).chain(asked ->
                                asked < MOST ? Uni.createFrom().item(asked) : sweep().map(more -> asked + more)));
    }

    private Uni<Integer> ask(List<UUID> due) {
        return pool.withTransaction(transaction -> lock(transaction, due)
                .call(locked -> memberships.update(
                        transaction, locked.stream().map(ProfileChange::new).toList()))
                .map(List::size));
    }

    private static Uni<List<UUID>> lock(SqlConnection transaction, List<UUID> due) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Columns.ids(Set.copyOf(due)))
                .map(rows -> {
                    List<UUID> locked = new ArrayList<>();
                    rows.forEach(row -> locked.add(row.getUUID(0)));
                    return locked;
                });
    }
}
