package io.rapport.platform.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consumer.Faults;
import io.rapport.platform.kafka.EventProducer;
import io.rapport.platform.outbox.OutboxRow.Place;
import io.rapport.platform.outbox.OutboxRow.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One round of publishing: reads rows oldest first, sends them, and deletes those that Kafka has acknowledged, all under an
 * advisory lock held for the transaction. A crash in between publishes again rather than never, and readers' inboxes make
 * that harmless. Reading by presence, not by a high-water mark, misses no row that committed late.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class OutboxRound {
    static final int MOST_ROWS = 100;

    private static final Logger LOG = Logger.getLogger(OutboxRound.class);
    private static final String PEEK = "select id from outbox order by id limit 1";
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('rapport-outbox')) as mine";
    private static final String READ = "select id, topics, keys, \"values\" from outbox order by id limit $1";
    private static final String DELETE = "delete from outbox where id = any($1)";
    private static final String REFUSE = "insert into outbox_refused (id, place, topic, key, value, reason) "
            + "select o.id, why.place, o.topics[why.place + 1], o.keys[why.place + 1], o.\"values\"[why.place + 1], "
            + "why.reason from unnest($1::bigint[], $2::int[], $3::text[]) why (id, place, reason) join outbox o using (id)";

    private final Pool pool;
    private final EventProducer producer;
    private final RefusedRows refused;
    private final String prefix;

    OutboxRound(
            Pool pool,
            PlatformConfig config,
            RefusedRows refused,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.pool = pool;
        this.producer = EventProducer.patient(bootstrap);
        this.refused = refused;
        this.prefix = config.topics().prefix();
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /** How many records were published; 0 where there are none or another process is at it. */
    Uni<Integer> run() {
        return pool.query(PEEK)
                .execute()
                .chain(rows -> rows.size() == 0 ? Uni.createFrom().item(0) : pool.withTransaction(this::publish));
    }

    private Uni<Integer> publish(SqlConnection transaction) {
        return transaction
                .query(LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? transaction
                                .preparedQuery(READ)
                                .execute(Tuple.of(MOST_ROWS))
                                .map(OutboxRow::all)
                                .chain(found -> publish(transaction, found))
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> publish(SqlConnection transaction, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<Waiting> records =
                rows.stream().flatMap(row -> row.records().stream()).toList();
        return send(records).chain(faults -> settle(transaction, rows, faults)).replaceWith(records.size());
    }

    /** On a worker thread, for a send may wait; in the order of the rows, for that is the order on the topic. */
    private Uni<Map<Place, Exception>> send(List<Waiting> records) {
        return Uni.createFrom()
                .<Map<Place, Exception>>emitter(emitter -> {
                    Acknowledgements all = new Acknowledgements(records.size(), emitter::complete);
                    records.forEach(
                            each -> producer.send(each.record(prefix), fault -> all.answered(each.place(), fault)));
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Void> settle(SqlConnection transaction, List<OutboxRow> rows, Map<Place, Exception> faults) {
        Optional<Exception> waits = worthWaiting(faults.values());
        if (waits.isPresent()) {
            return Uni.createFrom().failure(waits.get());
        }
        Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
        return refuse(transaction, faults)
                .chain(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(ids)))
                .replaceWithVoid();
    }

    /** Whatever does not blame the record itself waits, with all that is behind it, so that nothing overtakes an erasure. */
    static Optional<Exception> worthWaiting(Collection<Exception> faults) {
        return faults.stream().filter(fault -> !Faults.isRefusal(fault)).findFirst();
    }

    /** What no retry gets into Kafka (a record too large) must not hold up all that is behind it; it is kept for a person. */
    private Uni<Void> refuse(SqlConnection transaction, Map<Place, Exception> faults) {
        if (faults.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        faults.forEach((place, fault) ->
                LOG.errorf("Kafka refuses a record of outbox row %d, kept in outbox_refused: %s", place.row(), fault));
        List<Place> places = List.copyOf(faults.keySet());
        Long[] ids = places.stream().map(Place::row).toArray(Long[]::new);
        Integer[] indexes = places.stream().map(Place::index).toArray(Integer[]::new);
        String[] reasons =
                places.stream().map(place -> String.valueOf(faults.get(place))).toArray(String[]::new);
        return transaction
                .preparedQuery(REFUSE)
                .execute(Tuple.of(ids, indexes, reasons))
                .invoke(refused::lookSoon)
                .replaceWithVoid();
    }
}
