package io.rapport.benchmarks.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of {@code benchmarks segments}: what does not hang on how busy the machine is. */
class SegmentsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("rapport.root", ".."), "benchmarks/target/segments-test");
    private static final double MOST_MEGABYTES = 600;

    @Test
    void anEventsCostStaysFarBelowLinearInTheNumberOfSegments() throws Exception {
        // Given
        SegmentRun.Size size = new SegmentRun.Size(500, 5, 5_000, 1_000, List.of(0, 10, 200), 200, 20);

        // When
        SegmentFigures figures = SegmentReport.run(FOLDER, size);

        // Then
        assertThat(figures.handled()).isEqualTo(3 * 500 * 5);
        assertThat(figures.growth(10, 200)).isLessThan(5);
        assertThat(figures.seen()).isEqualTo(20);
        assertThat(figures.peakMegabytes()).isPositive().isLessThan(MOST_MEGABYTES);
    }
}
