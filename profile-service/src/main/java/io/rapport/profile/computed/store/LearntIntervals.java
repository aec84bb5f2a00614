package io.rapport.profile.computed.store;

import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.rounds.Rounds;
import io.rapport.profile.computed.behaviour.Behaviour;
import io.rapport.profile.computed.population.ProductIntervals;
import io.rapport.profile.sql.Columns;
import io.rapport.profile.value.PurchaseGaps;
import io.rapport.profile.value.TypicalInterval;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** How often everybody buys each product again, learnt by one process and read by all, a minute later at most. */
@ApplicationScoped
public class LearntIntervals {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PROFILES = 500;
    /** Products of the most buyers; a rarer one has each customer's own purchases to go by. */
    private static final int PRODUCTS = 100_000;
    /** So many customers' word is enough. */
    private static final int CUSTOMERS = 50_000;

    private static final String NEXT = "select b.profile_id, b.state from behaviour b "
            + "join order_facts f on f.profile_id = b.profile_id where f.order_count > 1 and b.profile_id > $1 "
            + "and mod(abs(hashtextextended(b.profile_id::text, 0)), $3) = 0 "
            + "order by b.profile_id limit $2";
    private static final String ONE_IN =
            "select greatest(1, ceil(count(*) / $1::numeric))::bigint from order_facts where order_count > 1";
    private static final String READ = "select product, log_days, within, between_buyers, buyers from product_interval";
    private static final String WRITE =
            "insert into product_interval (product, log_days, within, between_buyers, buyers) "
                    + "select p, l, w, b, n from unnest($1::text[], $2::float8[], $3::float8[], $4::float8[], $5::bigint[]) "
                    + "u (p, l, w, b, n)";

    private final Pool pool;
    private volatile ProductIntervals present = ProductIntervals.NONE;

    LearntIntervals(Pool pool) {
        this.pool = pool;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        Rounds rounds = Rounds.every(PERIOD, vertx, "Intervals of products wait to be read", this::read);
        rounds.look();
    }

    public ProductIntervals present() {
        return present;
    }

    private Uni<Void> read() {
        return pool.query(READ)
                .execute()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::put)
                .replaceWithVoid();
    }

    private void put(RowSet<Row> rows) {
        Map<String, TypicalInterval> products = new HashMap<>();
        for (Row row : rows) {
            products.put(
                    row.getString(0),
                    new TypicalInterval(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getLong(4)));
        }
        present = new ProductIntervals(products);
    }

    /** Learns them anew from what customers bought again. */
    public Uni<Void> learn(SqlClient client) {
        return client.preparedQuery(ONE_IN)
                .execute(Tuple.of(CUSTOMERS))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(oneIn -> collect(client, FIRST, oneIn, new ArrayList<>()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(ProductIntervals::of)
                .chain(learnt -> pool.withTransaction(transaction -> transaction
                        .query("delete from product_interval")
                        .execute()
                        .chain(() -> transaction.preparedQuery(WRITE).execute(columns(learnt)))))
                .chain(this::read);
    }

    private static Uni<List<Map<String, PurchaseGaps>>> collect(
            SqlClient client, UUID after, long oneIn, List<Map<String, PurchaseGaps>> soFar) {
        return client.preparedQuery(NEXT)
                .execute(Tuple.of(after, PROFILES, oneIn))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(rows -> {
                    UUID last = after;
                    for (Row row : rows) {
                        last = row.getUUID(0);
                        take(row.getBuffer(1).getBytes(), soFar);
                    }
                    return rows.size() < PROFILES ? Uni.createFrom().item(soFar) : collect(client, last, oneIn, soFar);
                });
    }

    private static void take(byte[] state, List<Map<String, PurchaseGaps>> customers) {
        if (Behaviour.isReadable(state)) {
            Map<String, PurchaseGaps> again =
                    new HashMap<>(Behaviour.read(state).purchaseGaps());
            again.values().removeIf(gaps -> gaps.days().isEmpty());
            if (!again.isEmpty()) {
                customers.add(again);
            }
        }
    }

    private static Tuple columns(ProductIntervals learnt) {
        List<Map.Entry<String, TypicalInterval>> rows = learnt.products().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, TypicalInterval> each) ->
                                each.getValue().buyers())
                        .reversed())
                .limit(PRODUCTS)
                .toList();
        return Columns.of(rows)
                .text(Map.Entry::getKey)
                .tuple()
                .addArrayOfDouble(doubles(rows, TypicalInterval::logDays))
                .addArrayOfDouble(doubles(rows, TypicalInterval::within))
                .addArrayOfDouble(doubles(rows, TypicalInterval::between))
                .addArrayOfLong(
                        rows.stream().map(each -> each.getValue().buyers()).toArray(Long[]::new));
    }

    private static Double[] doubles(
            List<Map.Entry<String, TypicalInterval>> rows, Function<TypicalInterval, Double> figure) {
        return rows.stream().map(each -> figure.apply(each.getValue())).toArray(Double[]::new);
    }
}
