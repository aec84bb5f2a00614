package io.rapport.recommendation.model;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The right to build, held by one pod at a time: an advisory lock for the length of a transaction, which is also the one
 * moment of the database that the model is read from.
 */
final class BuilderLockStore implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ISOLATION = "set transaction isolation level repeatable read read only";
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('rapport-model-builder')) as mine";

    private final SqlConnection connection;
    private final Transaction transaction;

    private BuilderLockStore(SqlConnection connection, Transaction transaction) {
        this.connection = connection;
        this.transaction = transaction;
    }

    /** The lock; null where somebody else holds it. */
    static @Nullable BuilderLockStore tryLock(Pool pool) {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        BuilderLockStore lock;
        try {
            lock = new BuilderLockStore(connection, connection.begin().await().atMost(PATIENCE));
        } catch (RuntimeException e) {
            connection.close().await().atMost(PATIENCE);
            throw e;
        }
        try {
            if (lock.acquired()) {
                return lock;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        lock.close();
        return null;
    }

    private boolean acquired() {
        connection.query(ISOLATION).execute().await().atMost(PATIENCE);
        var rows = connection.query(LOCK).execute().await().atMost(PATIENCE);
        return rows.iterator().next().getBoolean("mine");
    }

    /** To read with. */
    SqlConnection transaction() {
        return connection;
    }

    @Override
    public void close() {
        try {
            transaction.rollback().await().atMost(PATIENCE);
        } finally {
            connection.close().await().atMost(PATIENCE);
        }
    }
}
