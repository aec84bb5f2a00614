package io.rapport.profile.event;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Makes a month's partition before the first event of that month is stored, in a transaction of its own, for it locks the
 * table. What lies before the year 2000 or far ahead goes to the default partition, so that wrong clocks make no tables.
 */
@ApplicationScoped
public class EventPartitions {
    private static final Logger LOG = Logger.getLogger(EventPartitions.class);
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final int MONTHS_AHEAD = 13;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('rapport-event-partitions'))";

    private final Pool pool;
    private final InstantSource clock;
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    public EventPartitions(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Completes when events of these moments have a place. */
    public Uni<Void> ensure(Collection<Instant> moments) {
        YearMonth last = month(clock.instant()).plusMonths(MONTHS_AHEAD);
        List<YearMonth> missing = moments.stream()
                .map(EventPartitions::month)
                .distinct()
                .filter(month -> !known.contains(month) && !month.isBefore(FIRST) && !month.isAfter(last))
                .sorted()
                .toList();
        return Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(this::create)
                .onItem()
                .ignoreAsUni();
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    private Uni<Boolean> create(YearMonth month) {
        return pool.withTransaction(
                        transaction -> transaction.query(LOCK).execute().chain(() -> create(transaction, month)))
                .invoke(() -> known.add(month))
                .replaceWith(true);
    }

    private static Uni<Void> create(SqlConnection transaction, YearMonth month) {
        String name = "event_%d_%02d".formatted(month.getYear(), month.getMonthValue());
        return transaction
                .query("select to_regclass('" + name + "') is null as missing")
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("missing")
                        ? create(transaction, name, month)
                        : Uni.createFrom().voidItem());
    }

    /** Rows of the month that lie in the default partition, where the clock was wrong once, move to where they belong. */
    private static Uni<Void> create(SqlConnection transaction, String name, YearMonth month) {
        String from = "'" + month + "-01T00:00:00Z'";
        String to = "'" + month.plusMonths(1) + "-01T00:00:00Z'";
        return transaction
                .query("lock table event in access exclusive mode; create table " + name
                        + " (like event including defaults); with moved as (delete from event_default where timestamp >= "
                        + from + " and timestamp < " + to + " returning *) insert into " + name
                        + " select * from moved; alter table event attach partition " + name + " for values from ("
                        + from + ") to (" + to + ")")
                .execute()
                .invoke(() -> LOG.infof("Events of %s have a partition now", month))
                .replaceWithVoid();
    }
}
