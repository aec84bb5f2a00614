package io.rapport.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.recommendation.interaction.InteractionKind;
import io.rapport.recommendation.model.BuildReport.Figures;
import io.rapport.recommendation.model.BuildReport.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class FittedTest {
    private static final long SEED = 82;
    private static final int ITEMS = 120;
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(14);

    private final Random random = new Random(SEED);
    private final FittingTerms terms = new FittingTerms();

    @Test
    void habitIsLearnedMeasuredOnHeldOutSessionsAndGoesIntoTheNextBuildToo() {
        // Given
        System.out.println("seed " + SEED);
        Learned plain = learned(3_000, Learned.Before.NOTHING);
        assertThat(plain.snapshot().ranker()).isEmpty();
        assertThat(plain.report().quality().reranked()).isNull();

        // When
        Fitted fitted = Fitted.of(plain.snapshot(), HALF_LIFE, terms, unwatched(terms), AT);

        // Then
        Quality quality = fitted.quality();
        assertThat(quality.heldOut()).isEqualTo(300);
        assertThat(quality.plain()).isEqualTo(plain.report().quality().plain());
        assertThat(quality.reranked().mrr20()).isGreaterThan(quality.plain().mrr20() + 0.1);
        assertThat(quality.popularity().mrr20()).isLessThan(quality.plain().mrr20());
        assertThat(new Figures(quality.hitRate20(), quality.mrr20())).isEqualTo(quality.reranked());
        assertThat(fitted.fitting().better()).isTrue();
        assertThat(fitted.fitting().sessions()).isEqualTo(3_000);

        // When
        Learned next = learned(3_500, new Learned.Before(fitted.ranker(), fitted.fitting()));

        // Then
        assertThat(next.snapshot().ranker()).isPresent();
        assertThat(next.report().fitting()).isEqualTo(fitted.fitting());
        assertThat(next.report().quality().prefersReranked()).isTrue();
    }

    @Test
    void weightsThatAreNoBetterAreNotServedAndNewOnesAreDue() {
        // Given
        Learned plain = learned(3_000, Learned.Before.NOTHING);
        FittingTerms hasty = new FittingTerms() {
            @Override
            public Duration cpu() {
                return Duration.ZERO;
            }
        };

        // When
        Fitted fitted = Fitted.of(plain.snapshot(), HALF_LIFE, hasty, unwatched(hasty), AT);

        // Then
        assertThat(fitted.fitting().better()).isFalse();
        Quality quality = fitted.quality();
        assertThat(new Figures(quality.hitRate20(), quality.mrr20())).isEqualTo(quality.plain());

        // When
        Learned next = learned(3_500, new Learned.Before(fitted.ranker(), fitted.fitting()));

        // Then
        assertThat(next.snapshot().ranker()).isEmpty();
        assertThat(next.report().fitting()).isNull();
    }

    @Test
    void fittingThatCameToNothingIsRememberedByTheNextBuild() {
        // Given
        BuildReport.Fitting vain = new BuildReport.Fitting(AT, 3_000, 1_000, 1, false);

        // When
        Learned next = learned(300, new Learned.Before(null, vain));

        // Then
        assertThat(next.report().fitting()).isEqualTo(vain);
    }

    @Test
    void aModelOfTooFewSessionsIsNotMeasured() {
        assertThat(learned(199, Learned.Before.NOTHING).report().quality()).isNull();
    }

    @Test
    void fittingIsBrokenOffWhenItsThreadIsInterrupted() {
        // Given
        Learned plain = learned(3_000, Learned.Before.NOTHING);
        PacedWatch watch = unwatched(terms);

        // When
        Thread.currentThread().interrupt();

        // Then
        try {
            assertThatThrownBy(() -> Fitted.of(plain.snapshot(), HALF_LIFE, terms, watch, AT))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static PacedWatch unwatched(FittingTerms terms) {
        return new PacedWatch(terms, progress -> {});
    }

    /** Visitors walk along, and their third click goes back to where they began. */
    private Learned learned(int visitors, Learned.Before before) {
        random.setSeed(SEED);
        Lessons lessons = new Lessons(Duration.ofMinutes(30), 50, HALF_LIFE);
        for (int visitor = 0; visitor < visitors; visitor++) {
            int first = random.nextInt(ITEMS);
            int second = (first + 1 + random.nextInt(5)) % ITEMS;
            int third = random.nextInt(10) < 8 ? first : (second + 1) % ITEMS;
            for (int item : new int[] {first, second, third}) {
                UUID who = new UUID(0, visitor);
                lessons.take(who, UUID.randomUUID(), InteractionKind.VIEW, "item" + item, visitor);
            }
        }
        lessons.end();
        return Learned.of(lessons, HALF_LIFE, before, new Stopwatch());
    }
}
