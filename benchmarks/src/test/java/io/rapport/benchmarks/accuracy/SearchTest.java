package io.rapport.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void findsTheBestOfEveryAxisAndSaysWhatItChose() {
        // Given
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Search search = new Search(
                List.of(Search.Axis.of("a", 0, 1.0, 2.0, 3.0), Search.Axis.of("b", 2, 0.1, 0.2, 0.5)),
                3,
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        // When: the best is a = 3, b = 0.2, but only together
        List<Double> best =
                search.best(values -> -Math.abs(values.get(0) - 3) - Math.abs(values.get(1) - 0.2) * values.get(0));
        // Then
        assertThat(best).containsExactly(3.0, 0.2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("a 3, b 0.2");
    }
}
