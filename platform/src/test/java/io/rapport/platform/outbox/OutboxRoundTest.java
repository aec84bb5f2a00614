package io.rapport.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class OutboxRoundTest {
    @Test
    void onlyWhatBlamesTheRecordIsRefused() {
        assertThat(OutboxRound.worthWaiting(List.of(
                        new RecordTooLargeException("large"),
                        new SerializationException("no bytes"),
                        new InvalidTopicException("no name"))))
                .isEmpty();
    }

    @Test
    void anythingElseHoldsUpWhatIsBehindIt() {
        for (Exception fault : List.of(
                new TopicAuthorizationException("no grant yet"),
                new SaslAuthenticationException("the password is being changed"),
                new OutOfOrderSequenceException("lost count"),
                new InvalidProducerEpochException("another epoch"),
                new PolicyViolationException("a policy"),
                new IllegalStateException("a bug"))) {
            assertThat(OutboxRound.worthWaiting(List.of(new RecordTooLargeException("large"), fault)))
                    .contains(fault);
        }
    }
}
