package io.rapport.profile.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RfmBordersTest {
    @Test
    void tenDifferentCustomersAreTwoToAFifth() {
        // Given
        List<RfmValues> customers = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new RfmValues(i, i, 10.0 * i))
                .toList();

        // When
        RfmBorders borders = RfmBorders.of(customers);

        // Then
        assertThat(borders.frequency()).isEqualTo(new QuintileBorders(List.of(2.0, 4.0, 6.0, 8.0)));
        assertThat(customers.stream().map(borders::score).map(RfmScore::cell))
                .containsExactly(511, 511, 422, 422, 333, 333, 244, 244, 155, 155);
        assertThat(borders.score(customers.get(0)).sum()).isEqualTo(7);
    }

    @Test
    void equalCustomersScoreTheSameAndWhoBoughtOnceIsLowest() {
        // Given: seven in ten bought once
        List<RfmValues> customers = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new RfmValues(5, i <= 70 ? 1 : i - 69, 20))
                .toList();

        // When
        RfmBorders borders = RfmBorders.of(customers);

        // Then
        assertThat(borders.score(customers.get(0))).isEqualTo(new RfmScore(5, 1, 1));
        assertThat(borders.score(customers.get(69))).isEqualTo(borders.score(customers.get(0)));
        assertThat(borders.score(customers.get(70)).frequency()).isEqualTo(4);
        assertThat(borders.score(customers.get(99)).frequency()).isEqualTo(5);
    }

    @Test
    void scoresAreMonotoneAndDoNotDependOnOrder() {
        long seed = 46;
        Random random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            List<RfmValues> customers = new ArrayList<>();
            for (int i = 1 + random.nextInt(60); i > 0; i--) {
                customers.add(new RfmValues(random.nextInt(30), 1 + random.nextInt(4), random.nextInt(50) - 5));
            }
            RfmBorders borders = RfmBorders.of(customers);
            Collections.shuffle(customers, random);
            assertThat(RfmBorders.of(customers))
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(borders);
            for (RfmValues one : customers) {
                RfmScore better =
                        borders.score(new RfmValues(one.recency() / 2, one.frequency() + 1, one.monetary() + 1));
                RfmScore score = borders.score(one);
                assertThat(better.recency()).isGreaterThanOrEqualTo(score.recency());
                assertThat(better.frequency()).isGreaterThanOrEqualTo(score.frequency());
                assertThat(better.monetary()).isGreaterThanOrEqualTo(score.monetary());
            }
        }
    }

    @Test
    void nobodyAndWrongBordersAreRefused() {
        assertThatThrownBy(() -> RfmBorders.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuintileBorders(List.of(1.0, 2.0, 3.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QuintileBorders(List.of(1.0, 3.0, 2.0, 4.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
