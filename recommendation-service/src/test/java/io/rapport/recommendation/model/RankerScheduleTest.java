package io.rapport.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.recommendation.model.BuildReport.Fitting;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.Sessions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankerScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final RankerSchedule schedule = new RankerSchedule(new FittingTerms());

    @Test
    void nothingIsFittedBeforeThereIsEnoughToLearnFrom() {
        // The newest tenth of what is not held out has two clicks to foretell in each session.
        assertThat(due(5_400, null)).isFalse();
        assertThat(due(5_600, null)).isTrue();
        assertThat(due(0, null)).isFalse();
    }

    @Test
    void itIsFittedAgainOnceThereIsHalfAsMuchAgain() {
        assertThat(due(14_999, fitted(10_000, "PT1H"))).isFalse();
        assertThat(due(15_000, fitted(10_000, "PT1H"))).isTrue();
    }

    @Test
    void itIsFittedAgainAfterADayUnlessNothingIsNew() {
        assertThat(due(10_001, fitted(10_000, "PT23H"))).isFalse();
        assertThat(due(10_001, fitted(10_000, "PT24H"))).isTrue();
        assertThat(due(10_000, fitted(10_000, "P30D"))).isFalse();
    }

    @Test
    void nothingIsFittedWhereThatIsSwitchedOff() {
        RankerSchedule off = new RankerSchedule(new FittingTerms() {
            @Override
            public boolean enabled() {
                return false;
            }
        });
        assertThat(off.due(model(10_000), null, NOW)).isFalse();
    }

    @Test
    void nothingIsFittedThatTheHeapHasNoRoomFor() {
        RankerSchedule narrow = new RankerSchedule(new FittingTerms() {
            @Override
            public double heap() {
                return 0.000_000_1;
            }
        });
        assertThat(narrow.due(model(10_000), null, NOW)).isFalse();
    }

    private boolean due(int sessions, @Nullable Fitting last) {
        return schedule.due(model(sessions), last, NOW);
    }

    private static Fitting fitted(int sessions, String ago) {
        return new Fitting(NOW.minus(Duration.parse(ago)), sessions, 1_000, 1_000, true);
    }

    /** Of three clicks each. */
    private static SessionIndex model(int count) {
        Sessions.Builder sessions = Sessions.builder(50);
        for (int i = 0; i < count; i++) {
            sessions.add(new int[] {0, 1, 2}, i);
        }
        return SessionIndex.build(sessions.build(), SessionParameters.tuned());
    }
}
