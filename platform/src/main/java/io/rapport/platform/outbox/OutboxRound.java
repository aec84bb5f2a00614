package io.rapport.platform.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consumer.Faults;
import io.rapport.platform.kafka.EventProducer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
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
    static final int MOST_ROWS = 2_000;

    private static final Logger LOG = Logger.getLogger(OutboxRound.class);
    private static final String PEEK = "select id from outbox order by id limit 1";
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('rapport-outbox')) as mine";
    private static final String READ = "select id, topic, key, value from outbox order by id limit $1";
    private static final String DELETE = "delete from outbox where id = any($1)";
    private static final String REFUSE = "with refused as (delete from outbox where id = any($1) returning *) "
            + "insert into outbox_refused (id, topic, key, value, reason) "
            + "select refused.id, topic, key, value, reason from refused "
            + "join unnest($1::bigint[], $2::text[]) as why(id, reason) using (id)";

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

    /** How many rows were published; 0 where there are none or another process is at it. */
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
        return send(rows).chain(faults -> settle(transaction, rows, faults));
    }

    /** On a worker thread, for a send may wait; in the order of the rows, for that is the order on the topic. */
    private Uni<Map<Long, Exception>> send(List<OutboxRow> rows) {
        return Uni.createFrom()
                .<Map<Long, Exception>>emitter(emitter -> {
                    Acknowledgements all = new Acknowledgements(rows.size(), emitter::complete);
                    rows.forEach(row -> producer.send(row.record(prefix), fault -> all.answered(row.id(), fault)));
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Integer> settle(SqlConnection transaction, List<OutboxRow> rows, Map<Long, Exception> faults) {
        Optional<Exception> waits = worthWaiting(faults.values());
        if (waits.isPresent()) {
            return Uni.createFrom().failure(waits.get());
        }
        Long[] sent = rows.stream()
                .map(OutboxRow::id)
                .filter(id -> !faults.containsKey(id))
                .toArray(Long[]::new);
        return transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(sent))
                .map(RowSet::rowCount)
                .call(() -> faults.isEmpty() ? Uni.createFrom().voidItem() : refuse(transaction, faults))
                .replaceWith(rows.size());
    }

    /** Whatever does not blame the record itself waits, with all that is behind it, so that nothing overtakes an erasure. */
    static Optional<Exception> worthWaiting(Collection<Exception> faults) {
        return faults.stream().filter(fault -> !Faults.isRefusal(fault)).findFirst();
    }

    /** What no retry gets into Kafka (a record too large) must not hold up all that is behind it; it is kept for a person. */
    private Uni<Void> refuse(SqlConnection transaction, Map<Long, Exception> faults) {
        faults.forEach((id, fault) -> LOG.errorf("Kafka refuses outbox row %d, kept in outbox_refused: %s", id, fault));
        Long[] ids = faults.keySet().toArray(Long[]::new);
        String[] reasons = faults.values().stream().map(Exception::toString).toArray(String[]::new);
        return transaction
                .preparedQuery(REFUSE)
                .execute(Tuple.of(ids, reasons))
                .invoke(refused::lookSoon)
                .replaceWithVoid();
    }
}
