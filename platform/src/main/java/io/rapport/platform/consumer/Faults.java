package io.rapport.platform.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells a fault that passes (a server away, a deadlock) from one that every retry would meet again. */
public final class Faults {
    private static final List<String> CONNECTION_LOST = List.of("closed", "closing", "timeout");
    private static final List<String> REDIS_PASSES =
            List.of("connection_closed", "loading", "masterdown", "readonly", "tryagain", "clusterdown");
    /** Connection, rollback, resources, intervention, system error; read-only after a failover; lock not available. */
    private static final List<String> STATES_THAT_PASS = List.of("08", "40", "53", "57", "58", "25006", "55P03");

    private Faults() {}

    public static boolean isTransient(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof UncheckedIOException || cause instanceof JsonProcessingException) {
            return false;
        }
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || cause instanceof RetriableException
                || cause instanceof org.apache.kafka.common.errors.TimeoutException
                || cause instanceof RejectedExecutionException
                || isDatabaseAway(cause);
    }

    /** By name, for neither client is on every service's class path. SQLSTATE: PostgreSQL's appendix A. */
    private static boolean isDatabaseAway(Throwable cause) {
        String name = cause.getClass().getName();
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (name.equals("io.vertx.pgclient.PgException")) {
            return isTransientState(PgFault.sqlState(cause));
        }
        if (name.startsWith("io.vertx.redis")) {
            return REDIS_PASSES.stream().anyMatch(message::startsWith);
        }
        return name.equals("io.vertx.sqlclient.ClosedConnectionException")
                || (name.startsWith("io.vertx.core") && CONNECTION_LOST.stream().anyMatch(message::contains));
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null && STATES_THAT_PASS.stream().anyMatch(state::startsWith);
    }
}
