package io.rapport.profile.computed.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.profile.value.RfmScore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmSegmentTest {
    @ParameterizedTest
    @CsvSource({
        "5, 5, 5, CHAMPIONS", "4, 4, 4, CHAMPIONS", "5, 5, 3, LOYAL", "3, 4, 4, LOYAL", "4, 2, 3, POTENTIAL_LOYALIST",
        "5, 1, 1, NEW", "3, 1, 1, PROMISING", "3, 3, 3, NEEDS_ATTENTION", "2, 1, 2, ABOUT_TO_SLEEP", "2, 5, 5, AT_RISK",
        "1, 3, 4, AT_RISK", "1, 5, 4, CANNOT_LOSE", "1, 1, 1, LOST", "5, 1, 5, OTHER", "1, 1, 5, OTHER"
    })
    void namesScores(int recency, int frequency, int monetary, RfmSegment segment) {
        assertThat(RfmSegment.of(new RfmScore(recency, frequency, monetary))).isEqualTo(segment);
    }
}
