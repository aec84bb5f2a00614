package io.rapport.profile.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.rapport.events.AccessRecord;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/**
 * Announces who may call on the topic {@code access}. Changes of access are rare, so they simply go one at a time over all
 * replicas, under one advisory lock: the order of the topic is the order of the commits, and no check (is this the last
 * admin?) is overtaken by another change.
 */
@ApplicationScoped
public class AccessLog {
    /** Any constant that no other lock of this database uses. */
    private static final long LOCK = 0x7261_7070_6163_6373L;

    private static final String TAKE = "select cast(pg_advisory_xact_lock(" + LOCK + ") as text)";

    private final Outbox outbox;

    public AccessLog(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Runs a change in a Hibernate transaction that holds the lock. */
    public <T> Uni<T> change(Supplier<Uni<T>> work) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE, String.class).getSingleResult())
                .chain(taken -> work.get()));
    }

    /** Takes the lock in a transaction of the reactive client. */
    public Uni<Void> lock(SqlConnection transaction) {
        return transaction.query(TAKE).execute().replaceWithVoid();
    }

    /** Announces in the Hibernate transaction of a {@link #change}. */
    public Uni<Void> announce(AccessRecord record) {
        return write(OutboxRecord.of(Topic.ACCESS, record.key(), record));
    }

    /** Announces all of these, one after the other. */
    public Uni<Void> announceAll(List<? extends AccessRecord> records) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(this::announce)
                .onItem()
                .ignoreAsUni();
    }

    /** Takes back what was announced under this key. */
    public Uni<Void> withdraw(String key) {
        return write(OutboxRecord.tombstone(Topic.ACCESS, key));
    }

    private Uni<Void> write(OutboxRecord record) {
        return Panache.getSession().chain(session -> session.flush().chain(() -> outbox.write(session, record)));
    }

    /** Announces in a transaction of the reactive client that holds the {@link #lock}. */
    public Uni<Void> announce(SqlConnection transaction, List<? extends AccessRecord> records) {
        return outbox.write(
                transaction,
                records.stream()
                        .map(record -> OutboxRecord.of(Topic.ACCESS, record.key(), record))
                        .toList());
    }

    public Uni<Void> withdraw(SqlConnection transaction, List<String> keys) {
        return outbox.write(
                transaction,
                keys.stream()
                        .map(key -> OutboxRecord.tombstone(Topic.ACCESS, key))
                        .toList());
    }
}
