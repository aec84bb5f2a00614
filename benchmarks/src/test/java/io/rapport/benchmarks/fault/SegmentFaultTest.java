package io.rapport.benchmarks.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short form of {@code benchmarks segment-faults}. */
class SegmentFaultTest {
    private static final Path LOGS =
            Path.of(System.getProperty("rapport.root", ".."), "benchmarks/target/segment-faults");
    private static final int KILLS = 3;

    @Test
    void aKilledConsumerEndsWithTheSameProfilesAndAnnouncesEachChangeOnce() throws Exception {
        // Given
        long seed = System.nanoTime();
        System.out.println("SegmentFaultTest seed " + seed);
        SegmentFaultRun run = new SegmentFaultRun(LOGS, seed, KILLS, 500, 60);

        // When
        SegmentFaultFigures figures = run.run();

        // Then
        assertThat(figures.differences()).as("seed " + seed).isEmpty();
        assertThat(figures.broken()).as("seed " + seed).isEmpty();
        assertThat(figures.lost()).as("seed " + seed).isZero();
        assertThat(figures.doubled()).as("seed " + seed).isZero();
        assertThat(figures.turns()).as("seed " + seed).isPositive();
    }
}
