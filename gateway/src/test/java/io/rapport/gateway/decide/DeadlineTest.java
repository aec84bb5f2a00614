package io.rapport.gateway.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final long START = Long.MAX_VALUE - 1;

    private final Deadline deadline = Deadline.in(Duration.ofSeconds(1), START);

    private static long after(int millis) {
        return START + Duration.ofMillis(millis).toNanos();
    }

    @Test
    void aStepHasItsOwnTimeWhileThereIsEnough() {
        assertThat(deadline.left(Duration.ofMillis(400), after(0))).hasMillis(400);
        assertThat(deadline.left(Duration.ofMillis(800), after(100))).hasMillis(800);
    }

    @Test
    void afterASlowVisitorThePartsHaveWhatIsLeft() {
        assertThat(deadline.left(Duration.ofMillis(800), after(400))).hasMillis(600);
    }

    @Test
    void thereIsAlwaysSomeTimeToAskIn() {
        assertThat(deadline.left(Duration.ofMillis(800), after(5000))).hasMillis(1);
    }
}
