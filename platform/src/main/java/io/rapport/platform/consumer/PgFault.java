package io.rapport.platform.consumer;

import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** Reads a PostgreSQL error's state where the client is on the class path. */
final class PgFault {
    private PgFault() {}

    static @Nullable String sqlState(Throwable thrown) {
        return ((PgException) thrown).getSqlState();
    }
}
