package io.rapport.platform.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells a fault that passes (a server away, a deadlock) from one that every retry would meet again. */
public final class Faults {
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

    /** By name, for the reactive PostgreSQL client is not on the gateway's class path. SQLSTATE: PostgreSQL's appendix A. */
    private static boolean isDatabaseAway(Throwable cause) {
        String name = cause.getClass().getName();
        if (name.equals("io.vertx.pgclient.PgException")) {
            return isTransientState(PgFault.sqlState(cause));
        }
        return name.equals("io.vertx.sqlclient.ClosedConnectionException")
                || (name.startsWith("io.vertx.core") && String.valueOf(cause.getMessage()).contains("closed"));
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("58")
                        || state.equals("55P03"));
    }
}
