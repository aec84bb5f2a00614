package io.rapport.profile.event;

import io.rapport.profile.event.EventRetention.EventMonth;
import io.rapport.profile.event.RetentionRules.Cutoffs;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The partitions of {@code event}, and what is taken out of them. It waits for nobody: rows that somebody has locked, and a
 * table that is in use for longer, are left to the next time.
 */
@ApplicationScoped
class EventMonths {
    private static final Logger LOG = Logger.getLogger(EventMonths.class);
    private static final Pattern NAME = Pattern.compile("event_(\\d{4})_(\\d{2})");
    private static final String LIST = "select c.relname::text as name from pg_inherits i "
            + "join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass order by 1";
    private static final String PAGES =
            "select (pg_relation_size('%s') / current_setting('block_size')::int)::int as pages";
    private static final String THIN = "delete from %1$s where ctid = any(array(select e.ctid from %1$s e "
            + "where e.ctid >= '(%2$d,0)' and e.ctid < '(%3$d,0)' and e.timestamp < coalesce((select r.cutoff "
            + "from unnest($1::text[], $2::timestamptz[]) r (name, cutoff) where r.name = e.name), $3) "
            + "for update skip locked))";
    private static final String MINE = "select pg_try_advisory_xact_lock(hashtext('rapport-event-retention')) as mine";
    private static final int PAGES_AT_A_TIME = 1_000;

    private final Pool pool;

    EventMonths(Pool pool) {
        this.pool = pool;
    }

    /** By name; the default partition comes last. */
    Uni<List<EventMonth>> list() {
        return pool.query(LIST).execute().map(rows -> {
            List<EventMonth> months = new ArrayList<>();
            rows.forEach(row -> months.add(month(row.getString("name"))));
            return months;
        });
    }

    private static EventMonth month(String table) {
        Matcher name = NAME.matcher(table);
        return new EventMonth(
                table,
                name.matches() ? YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))) : null);
    }

    /** How many events it held. */
    Uni<Integer> drop(EventMonth month) {
        return pool.withTransaction(transaction -> ifMine(
                transaction,
                () -> transaction
                        .query("select count(*)::int from " + month.table())
                        .execute()
                        .map(rows -> rows.iterator().next().getInteger(0))
                        .call(() -> transaction
                                .query("set local lock_timeout = '2s'; drop table " + month.table())
                                .execute())
                        .invoke(count -> LOG.infof("%s with %d events is gone", month.table(), count))));
    }

    /** How many events went; each transaction goes over so many pages and no more. */
    Uni<Integer> thin(EventMonth month, Cutoffs cutoffs) {
        return pool.query(PAGES.formatted(month.table()))
                .execute()
                .map(rows -> rows.iterator().next().getInteger("pages"))
                .onItem()
                .transformToMulti(pages -> Multi.createFrom().range(0, (pages + PAGES_AT_A_TIME - 1) / PAGES_AT_A_TIME))
                .onItem()
                .transformToUniAndConcatenate(part -> thin(month, cutoffs, part * PAGES_AT_A_TIME))
                .collect()
                .with(Collectors.summingInt(count -> count));
    }

    private Uni<Integer> thin(EventMonth month, Cutoffs cutoffs, int page) {
        String sql = THIN.formatted(month.table(), page, page + PAGES_AT_A_TIME);
        Tuple values = Columns.of(cutoffs.byName().entrySet())
                .text(Map.Entry::getKey)
                .time(Map.Entry::getValue)
                .tuple()
                .addOffsetDateTime(Columns.utc(cutoffs.others()));
        return pool.withTransaction(transaction -> ifMine(
                transaction,
                () -> transaction.preparedQuery(sql).execute(values).map(SqlResult::rowCount)));
    }

    /** One process at a time is enough. */
    private static Uni<Integer> ifMine(SqlConnection transaction, Supplier<Uni<Integer>> work) {
        return transaction.query(MINE).execute().chain(rows -> {
            Row row = rows.iterator().next();
            return row.getBoolean("mine") ? work.get() : Uni.createFrom().item(0);
        });
    }
}
