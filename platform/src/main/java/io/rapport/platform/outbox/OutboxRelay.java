package io.rapport.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.EventProducer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox. One relay per service works at a time (an advisory lock held for the transaction of each round);
 * rows are sent oldest first, and deleted once Kafka has acknowledged them, so a crash publishes again rather than never,
 * and readers' inboxes make that harmless. Reading by presence, not by a high-water mark, misses no row that committed late.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int ROUND = 2_000;
    private static final long IDLE_MILLIS = 250;
    private static final long SOON_MILLIS = 5;
    private static final long AFTER_FAULT_MILLIS = 1_000;
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('rapport-outbox')) as mine";
    private static final String READ = "select id, topic, key, value from outbox order by id limit $1";

    private final Pool pool;
    private final EventProducer producer;
    private final Vertx vertx;
    private final String prefix;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean woken;
    private volatile boolean stopped;

    public OutboxRelay(Pool pool, EventProducer producer, Vertx vertx, PlatformConfig config) {
        this.pool = pool;
        this.producer = producer;
        this.vertx = vertx;
        this.prefix = config.topics().prefix();
    }

    void start(@Observes StartupEvent event) {
        vertx.setTimer(IDLE_MILLIS, id -> round());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** A transaction is about to commit new rows: look soon, not at the next tick. */
    void wake() {
        woken = true;
        vertx.setTimer(SOON_MILLIS, id -> round());
    }

    private void round() {
        if (stopped || !running.compareAndSet(false, true)) {
            return;
        }
        woken = false;
        pool.withTransaction(this::publish).subscribe().with(this::again, this::failed);
    }

    private void again(int published) {
        running.set(false);
        vertx.setTimer(published == ROUND || woken ? SOON_MILLIS : IDLE_MILLIS, id -> round());
    }

    private void failed(Throwable fault) {
        running.set(false);
        LOG.warnf("The outbox waits: %s", fault.toString());
        vertx.setTimer(AFTER_FAULT_MILLIS, id -> round());
    }

    private Uni<Integer> publish(SqlConnection connection) {
        return connection.query(LOCK).execute().chain(rows -> rows.iterator().next().getBoolean("mine")
                ? connection.preparedQuery(READ).execute(Tuple.of(ROUND)).chain(found -> send(connection, found))
                : Uni.createFrom().item(0));
    }

    private Uni<Integer> send(SqlConnection connection, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().item(0);
        }
        List<Uni<Void>> sends = new ArrayList<>(rows.size());
        List<Long> ids = new ArrayList<>(rows.size());
        for (Row row : rows) {
            ids.add(row.getLong("id"));
            sends.add(producer.send(record(row)));
        }
        return Uni.join()
                .all(eager(sends))
                .andFailFast()
                .chain(() -> connection
                        .preparedQuery("delete from outbox where id = any($1)")
                        .execute(Tuple.of(ids.toArray(Long[]::new))))
                .replaceWith(rows.size());
    }

    /** Subscribes to each send at once and in order, for the order of sends is the order on the topic. */
    private static List<Uni<Void>> eager(List<Uni<Void>> sends) {
        return sends.stream()
                .map(send -> Uni.createFrom().completionStage(send.subscribeAsCompletionStage()))
                .toList();
    }

    private ProducerRecord<String, byte[]> record(Row row) {
        Buffer value = row.getDelegate().getBuffer("value");
        return new ProducerRecord<>(
                Topic.valueOf(row.getString("topic")).name(prefix),
                row.getString("key"),
                value == null ? null : value.getBytes());
    }
}
