package io.rapport.recommendation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** Compares answers: same scores rank by rank, and the same items but for ties and rounding. */
final class Answers {
    private static final double ROUNDING = 1e-9;

    private Answers() {}

    static void assertSame(List<ScoredItem> actual, List<ScoredItem> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int rank = 0; rank < expected.size(); rank++) {
            assertThat(actual.get(rank).score())
                    .isCloseTo(
                            expected.get(rank).score(),
                            within(ROUNDING * expected.get(rank).score()));
            if (!tied(expected, rank)) {
                assertThat(actual.get(rank).item()).isEqualTo(expected.get(rank).item());
                assertThat(voters(actual.get(rank))).isEqualTo(voters(expected.get(rank)));
            }
        }
    }

    static List<Integer> items(List<ScoredItem> answer) {
        return answer.stream().map(ScoredItem::item).toList();
    }

    private static boolean tied(List<ScoredItem> answer, int rank) {
        double score = answer.get(rank).score();
        boolean above = rank > 0 && answer.get(rank - 1).score() - score < 2 * ROUNDING * score;
        boolean last = rank == answer.size() - 1;
        return above || last || score - answer.get(rank + 1).score() < 2 * ROUNDING * score;
    }

    private static int voters(ScoredItem item) {
        return ((Evidence.FromSessions) item.evidence()).sessions();
    }
}
