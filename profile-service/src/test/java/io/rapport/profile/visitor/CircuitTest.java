package io.rapport.profile.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Circuit circuit = new Circuit(3, Duration.ofSeconds(1), nanos::get);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.failed();
        }
    }

    @Test
    void letsEverybodyThroughUntilItFailedOftenEnough() {
        fail(2);
        assertThat(circuit.allows()).isTrue();

        fail(1);
        assertThat(circuit.allows()).isFalse();
    }

    @Test
    void aSuccessInBetweenStartsTheCountAgain() {
        fail(2);
        circuit.succeeded();
        fail(2);

        assertThat(circuit.allows()).isTrue();
    }

    @Test
    void letsOneThroughAfterThePauseAndAllOnceThatOneSucceeds() {
        fail(3);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isFalse();
        circuit.succeeded();
        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isTrue();
    }
}
