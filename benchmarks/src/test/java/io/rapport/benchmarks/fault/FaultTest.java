package io.rapport.benchmarks.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.RunningHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of {@code benchmarks faults}. */
class FaultTest {
    private static final Path FOLDER = Path.of(System.getProperty("rapport.root", ".."), "benchmarks/target/house");
    private static final List<String> VICTIMS = List.of(
            "profile-service", "recommendation-service", "campaign-service", "survey-service", "redis", "gateway");

    @Test
    void killingAnyServiceOrRedisLosesNoAcknowledgedEventAndDecideGoesOn() throws Exception {
        // Given
        try (RunningHouse house = RunningHouse.start(FOLDER)) {
            FaultRun run = new FaultRun(house, VICTIMS, Duration.ofSeconds(2), 20);

            // When
            FaultFigures figures = run.run();

            // Then
            assertThat(figures.acknowledged()).isPositive();
            assertThat(figures.lost()).isZero();
            assertThat(figures.doubled()).isZero();
            for (String victim : VICTIMS.subList(0, 5)) {
                assertThat(figures.answers(victim)).as(victim).isPositive();
                assertThat(figures.answers(victim, 200)).as(victim).isEqualTo(figures.answers(victim));
            }
            assertThat(figures.phases().get("profile-service").degraded).containsKey("profile");
            assertThat(figures.phases().get("recommendation-service").degraded).containsKey("placements");
        }
    }
}
