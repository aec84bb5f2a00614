package io.rapport.platform.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.EventsJson;
import io.rapport.events.ProfileEvent;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "57P03", "58030", "25006", "55P03"})
    void postgresAwayOrBusyPasses(String state) {
        assertThat(Faults.isTransient(pg(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42P01", "22P02", "23514"})
    void aStatementThatPostgresRefusesDoesNotPass(String state) {
        assertThat(Faults.isTransient(new CompletionException(pg(state)))).isFalse();
    }

    private static PgException pg(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }

    @Test
    void lostConnectionsAndSlownessPass() {
        assertThat(Faults.isTransient(new CompletionException(new ConnectException())))
                .isTrue();
        assertThat(Faults.isTransient(new TimeoutException())).isTrue();
        assertThat(Faults.isTransient(new VertxException("Connection is not active now, current status: CLOSED")))
                .isTrue();
        assertThat(Faults.isTransient(new NotLeaderOrFollowerException("moved")))
                .isTrue();
    }

    @Test
    void whatIsWrongInItselfDoesNotPass() {
        assertThat(Faults.isTransient(new IllegalStateException("a bug"))).isFalse();
        assertThat(Faults.isTransient(new RecordTooLargeException("large"))).isFalse();
        assertThat(Faults.isTransient(readFault())).isFalse();
    }

    private static Throwable readFault() {
        try {
            EventsJson.read("{\"kind\":".getBytes(StandardCharsets.UTF_8), ProfileEvent.class);
            throw new AssertionError("It was read");
        } catch (RuntimeException e) {
            return e;
        }
    }
}
