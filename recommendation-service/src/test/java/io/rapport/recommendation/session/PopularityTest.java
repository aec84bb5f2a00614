package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PopularityTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void aChoiceOfOneHalfLifeAgoCountsHalf() {
        // Given: age counts from the newest choice, which is years before any clock
        Popularity popularity = Popularity.builder(WEEK)
                .add(1, 0)
                .add(1, 7 * DAY)
                .add(2, 7 * DAY)
                .add(3, 14 * DAY)
                .build();
        // Then
        assertThat(popularity.score(1)).isCloseTo(0.25 + 0.5, within(1e-12));
        assertThat(popularity.score(2)).isCloseTo(0.5, within(1e-12));
        assertThat(popularity.score(3)).isCloseTo(1, within(1e-12));
        assertThat(popularity.score(99)).isZero();
    }

    @Test
    void theTrendOfTheWeekBeatsTheHitOfLastYear() {
        // Given
        Popularity.Builder trend = Popularity.builder(WEEK);
        Popularity.Builder total = Popularity.builder(Duration.ZERO);
        for (int i = 0; i < 100; i++) {
            trend.add(1, i);
            total.add(1, i);
        }
        for (int i = 0; i < 5; i++) {
            trend.add(2, 365 * DAY + i);
            total.add(2, 365 * DAY + i);
        }
        // When
        List<ScoredItem> trending = trend.build().top(5, any -> true);
        List<ScoredItem> ever = total.build().top(5, any -> true);
        // Then
        assertThat(Answers.items(trending)).containsExactly(2, 1);
        assertThat(Answers.items(ever)).containsExactly(1, 2);
        assertThat(ever.get(0).score()).isEqualTo(100);
        assertThat(trending.get(1).evidence()).isEqualTo(new Evidence.FromPopularity(100));
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        // Given
        System.out.println("seed 31");
        Random random = new Random(31);
        long[] times = random.longs(200, -50 * DAY, 50 * DAY).toArray();
        long newest = java.util.Arrays.stream(times).max().orElseThrow();
        // When
        Popularity.Builder builder = Popularity.builder(WEEK);
        for (int i = 0; i < times.length; i++) {
            builder.add(i % 3, times[i]);
        }
        Popularity popularity = builder.build();
        // Then
        for (int item = 0; item < 3; item++) {
            double expected = 0;
            for (int i = item; i < times.length; i += 3) {
                expected += Math.pow(0.5, (double) (newest - times[i]) / WEEK.toMillis());
            }
            assertThat(popularity.score(item)).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void leavesOutWhatIsNotAllowed() {
        // Given
        Popularity popularity =
                Popularity.builder(WEEK).add(1, 0).add(1, 0).add(2, 0).build();
        // Then
        assertThat(Answers.items(popularity.top(1, item -> item != 1))).containsExactly(2);
    }
}
