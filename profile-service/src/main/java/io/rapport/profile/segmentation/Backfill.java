package io.rapport.profile.segmentation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.events.Origin;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.sql.Columns;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes everybody to the present generation of the segments, some profiles at a time under their rows' locks, so that each
 * event counts once: before its profile's turn it is read from the store, and after it as it comes. The run's row is its
 * cursor and keeps it to one process; a run that was cut off goes on from there.
 */
@ApplicationScoped
class Backfill {
    private static final Logger LOG = Logger.getLogger(Backfill.class);
    private static final long PERIOD_MILLIS = 500;
    private static final int PROFILES = 200;
    private static final String RUN =
            "select generation, coalesce(cursor, '00000000-0000-0000-0000-000000000000') as cursor "
                    + "from segment_backfill for update skip locked";
    private static final String BEGIN = "insert into segment_backfill (generation, done, total) "
            + "select g.generation, 0, (select count(*) from profile where merged_into is null and erased_at is null) "
            + "from segment_generation g where exists (select from segment where not ready) on conflict do nothing";
    private static final String NEXT = "select id from profile where id > $1 and merged_into is null "
            + "and erased_at is null order by id limit $2 for update";
    private static final String MOVE = "update segment_backfill set cursor = $1, done = done + $2";
    private static final String READY = "update segment set ready = true where generation <= $1 and not deleted";
    private static final String GONE =
            "with gone as (delete from segment where deleted and generation <= $1 returning no), "
                    + "lists as (delete from segment_listed where segment_no in (select no from gone)), "
                    + "sizes as (delete from segment_size where segment_no in (select no from gone)) "
                    + "delete from segment_size_change where segment_no in (select no from gone)";
    private static final String SIZES =
            "with changes as (delete from segment_size_change returning segment_no, change), "
                    + "sums as (select segment_no, sum(change) as change from changes group by segment_no), "
                    + "sized as (update segment s set size = s.size + sums.change from sums where s.no = sums.segment_no "
                    + "returning s.no, s.size) insert into segment_size (segment_no, hour, size) "
                    + "select no, date_trunc('hour', $1::timestamptz), size from sized "
                    + "on conflict (segment_no, hour) do update set size = excluded.size";

    private final Pool pool;
    private final Memberships memberships;
    private final Visitors visitors;
    private final InstantSource clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopped;

    Backfill(Pool pool, Memberships memberships, Visitors visitors, InstantSource clock) {
        this.pool = pool;
        this.memberships = memberships;
        this.visitors = visitors;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(PERIOD_MILLIS, id -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks for work at once; nobody waits for it. */
    void look() {
        if (!stopped && running.compareAndSet(false, true)) {
            run().chain(this::addUp)
                    .onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(done -> {}, fault -> LOG.warnf("The backfill of segments waits: %s", fault));
        }
    }

    private Uni<Void> addUp() {
        return pool.preparedQuery(SIZES)
                .execute(Tuple.of(Columns.utc(clock.instant())))
                .replaceWithVoid();
    }

    private Uni<Void> run() {
        return pool.query(BEGIN)
                .execute()
                .chain(() -> pool.withTransaction(this::step))
                .call(step -> visitors.forget(pool, step.turned()))
                .chain(step -> step.more() ? run() : Uni.createFrom().voidItem());
    }

    /**
     * What was done at a time.
     *
     * @param turned profiles of which a membership began or ended
     */
    private record Step(boolean more, Set<UUID> turned) {
        static final Step NOTHING = new Step(false, Set.of());
    }

    private Uni<Step> step(SqlConnection transaction) {
        return transaction.query(RUN).execute().chain(rows -> {
            @Nullable Row run = rows.size() == 0 ? null : rows.iterator().next();
            return run == null
                    ? Uni.createFrom().item(Step.NOTHING)
                    : next(transaction, run.getUUID("cursor"))
                            .chain(ids -> ids.isEmpty()
                                    ? end(transaction, run.getLong("generation"))
                                    : step(transaction, ids));
        });
    }

    private static Uni<List<UUID>> next(SqlConnection transaction, UUID cursor) {
        return transaction
                .preparedQuery(NEXT)
                .execute(Tuple.of(cursor, PROFILES))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }

    private Uni<Step> step(SqlConnection transaction, List<UUID> ids) {
        List<ProfileChange> changes = ids.stream()
                .map(id -> new ProfileChange(id).caughtUp().from(Origin.BACKFILL))
                .toList();
        return memberships
                .update(transaction, changes)
                .call(() -> transaction.preparedQuery(MOVE).execute(Tuple.of(ids.get(ids.size() - 1), ids.size())))
                .map(turned -> new Step(true, turned));
    }

    private static Uni<Step> end(SqlConnection transaction, long generation) {
        Tuple upTo = Tuple.of(generation);
        return transaction
                .preparedQuery(READY)
                .execute(upTo)
                .chain(() -> transaction.preparedQuery(GONE).execute(upTo))
                .chain(() -> transaction.query("delete from segment_backfill").execute())
                .invoke(() ->
                        LOG.infof("Everybody is in the segments of generation %d that they belong to", generation))
                .replaceWith(Step.NOTHING);
    }
}
