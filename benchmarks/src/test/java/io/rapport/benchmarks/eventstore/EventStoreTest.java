package io.rapport.benchmarks.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.benchmarks.eventstore.EventStoreFigures.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of {@code benchmarks event-store}: what does not hang on how busy the machine is. */
class EventStoreTest {
    @Test
    void anEventTakesAsMuchRoomHoweverManyThereAreAndAMonthGoesAtOnce() throws Exception {
        // When
        EventStoreFigures figures = new EventStoreRun(List.of(25_000L, 50_000L)).run();

        // Then
        Step half = figures.steps().get(0);
        Step whole = figures.steps().get(1);
        assertThat(whole.events()).isEqualTo(50_000);
        assertThat(whole.bytesPerEvent()).isBetween(100.0, 2_000.0).isLessThan(half.bytesPerEvent() * 1.2);
        assertThat(figures.dropped().events()).isPositive();
        assertThat(figures.dropped().bytesBack()).isPositive();
    }
}
