package io.rapport.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClickBenchmarkTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void sessionModelsBeatPopularityManyTimesAndTheTableSaysSo() {
        // Given
        ClickSet set = new GeneratedShop(1).clicks(1500);
        PrintStream log = new PrintStream(printed, true, StandardCharsets.UTF_8);
        // When
        SetResult result = new ClickBenchmark(set, 100, log).run();
        String table = AccuracyTable.summary(result) + AccuracyTable.part(result);
        // Then
        assertThat(result.figures(Kind.OURS).orElseThrow().targets())
                .isEqualTo(set.test().count());
        assertThat(result.timesPopularity()).isGreaterThan(2);
        assertThat(result.times(Kind.ITEM_KNN)).isGreaterThan(0.9);
        assertThat(table)
                .contains("| generated |")
                .contains("VMIS-kNN as published")
                .contains("**ours");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("chosen on validation");
    }

    @Test
    void whatIsLearnedFromEndsBeforeWhatIsAsked() {
        // Given
        ClickSet set = new GeneratedShop(2).clicks(1000);
        // When
        long lastFitted = set.fitting().newest();
        long lastLearned = set.train().newest();
        // Then: 900 sessions are learned from, of which hyper-parameters see 810 and are chosen on the other 90
        assertThat(set.fitting().count()).isEqualTo(810);
        assertThat(lastFitted).isLessThan(lastLearned);
        assertThat(set.validation(Integer.MAX_VALUE).count())
                .isEqualTo(NextClicks.of(set.train().range(810, 900)).count());
        assertThat(set.validation(50).count()).isEqualTo(50);
    }
}
