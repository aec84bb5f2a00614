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
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "57P03", "58030", "25006", "55P03", "XX000"})
    void postgresAwayOrBusyPasses(String state) {
        assertThat(Faults.isTransient(pg(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"28000", "28P01", "3D000", "3F000", "42P01", "42501", "42703", "42601", "0A000"})
    void whatBlamesNoRecordPassesForItWouldSetAsideAWholeTopic(String state) {
        assertThat(Faults.isTransient(new CompletionException(pg(state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "22P02", "23514", "21000", "54000", "P0001"})
    void valuesThatPostgresRefusesDoNotPass(String state) {
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
        assertThat(Faults.isTransient(new SaslAuthenticationException("the password is being changed")))
                .isTrue();
        assertThat(Faults.isTransient(new TopicAuthorizationException("no grant yet")))
                .isTrue();
    }

    private static final class Raced extends RuntimeException implements PassingFault {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aFaultOfOurOwnPassesWhereItSaysSo() {
        assertThat(Faults.isTransient(new CompletionException(new Raced()))).isTrue();
    }

    @Test
    void whatIsWrongInItselfDoesNotPass() {
        assertThat(Faults.isTransient(new IllegalStateException("a bug"))).isFalse();
        assertThat(Faults.isTransient(new RecordTooLargeException("large"))).isFalse();
        assertThat(Faults.isTransient(new InvalidTopicException("no name"))).isFalse();
        assertThat(Faults.isTransient(new SerializationException("no bytes"))).isFalse();
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
