package io.rapport.platform.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault that passes (a server away, a deadlock) from one that every retry would meet again. What only looks
 * transient makes a partition wait, loudly, until somebody mends it; what only looks final sends a whole topic to the dead
 * letters. So of a server's answers only those are final that blame the record: PostgreSQL's on its values, Kafka's on its
 * size, its form and its topic. All others pass: a password that is being changed, a database, table or grant that is not
 * there yet, a statement that is wrong for every record. What our own code throws is final, unless it is a
 * {@link PassingFault}.
 */
public final class Faults {
    private static final List<String> CONNECTION_LOST = List.of("closed", "closing", "timeout");
    private static final List<String> REDIS_PASSES =
            List.of("connection_closed", "loading", "masterdown", "readonly", "tryagain", "clusterdown");
    /** Cardinality, data, integrity constraint, raised by a function of ours, program limit (a row or key too large). */
    private static final List<String> STATES_OF_THE_RECORD = List.of("21", "22", "23", "P0", "54");

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
        return cause instanceof PassingFault
                || cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || (cause instanceof KafkaException && !isRefusal(cause))
                || cause instanceof RejectedExecutionException
                || isDatabaseAway(cause);
    }

    /** Whether Kafka will not take this very record, however often it is sent. */
    public static boolean isRefusal(Throwable thrown) {
        return thrown instanceof RecordTooLargeException
                || thrown instanceof SerializationException
                || thrown instanceof InvalidTopicException;
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
        return state != null && STATES_OF_THE_RECORD.stream().noneMatch(state::startsWith);
    }
}
