package io.rapport.profile.condition.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.profile.condition.time.Span;
import io.rapport.profile.condition.time.Window;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Window DAY = new Window.Within(Span.parse("P1D").orElseThrow());

    private static Mark mark(int secondsAgo, String datum) {
        return Mark.of(NOON.minusSeconds(secondsAgo), datum);
    }

    private static List<Mark> marks(int count) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(mark(i * 10, Integer.toString(i % 7)));
        }
        return marks;
    }

    private static LeafState absorbAll(Retention retention, List<Mark> marks) {
        LeafState state = LeafState.EMPTY;
        for (Mark mark : marks) {
            state = retention.absorb(state, mark, NOON);
        }
        return state;
    }

    @Test
    void keepsTheLatestAndWhatIsStillAhead() {
        Retention three = new Retention(DAY, Retention.Keep.LATEST, 3);
        List<Mark> marks = new ArrayList<>(marks(50));
        marks.add(mark(-600, ""));

        LeafState state = absorbAll(three, marks);

        assertThat(state.marks()).hasSize(4).last().isEqualTo(mark(-600, ""));
        assertThat(three.prune(state, NOON.plusSeconds(601)).marks()).hasSize(3);
        assertThat(three.prune(state, NOON.plusSeconds(100_000))).isEqualTo(LeafState.EMPTY);
    }

    @Test
    void keepsTotalsOfAWindowThatStandsStill() {
        Retention totals = new Retention(Window.Fixed.EVER, Retention.Keep.TOTALS, 3);

        LeafState state = absorbAll(totals, marks(50));

        assertThat(state.marks()).isEmpty();
        assertThat(state.totals().count()).isEqualTo(50);
        assertThat(StateBytes.write(state)).hasSizeLessThan(24);
    }

    @Test
    void keepsTheLatestOfEach() {
        Retention four = new Retention(DAY, Retention.Keep.LATEST_OF_EACH, 4);

        assertThat(absorbAll(four, marks(50)).marks())
                .containsExactly(mark(30, "3"), mark(20, "2"), mark(10, "1"), mark(0, "0"));
    }

    @Test
    void saysSoWhereThereIsNoRoomUntilWhatWasLostNoLongerCounts() {
        Retention every = new Retention(DAY, Retention.Keep.EVERY, 0);
        List<Mark> marks = marks(1_500);

        LeafState state = absorbAll(every, marks);
        Instant later = Mark.instant(state.lost()).plusSeconds(86_400);

        assertThat(state.marks()).hasSize(Retention.ROOM);
        assertThat(state.needsRecomputation(every, NOON)).isTrue();
        assertThat(state.needsRecomputation(every, later.minusNanos(1_000))).isTrue();
        assertThat(state.needsRecomputation(every, later)).isFalse();
        assertThat(every.prune(state, later).lost()).isNull();
        assertThat(every.roomy().of(marks, NOON).marks()).hasSize(1_500);
        assertThat(StateBytes.write(state)).hasSizeLessThan(8 * Retention.ROOM);
    }

    @Test
    void whatIsLostDoesNotDependOnTheOrderOfArrival() {
        Retention few = new Retention(DAY, Retention.Keep.EVERY, 0, 20);
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<Mark> marks = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                marks.add(mark(10 * (random.nextInt(40) - 5), ""));
            }
            LeafState inOrder = few.of(marks, NOON);
            Collections.shuffle(marks, random);
            int half = marks.size() / 2;
            LeafState one = absorbAll(few, marks.subList(0, half));
            LeafState other = absorbAll(few, marks.subList(half, marks.size()));

            assertThat(absorbAll(few, marks)).as("seed " + seed).isEqualTo(inOrder);
            assertThat(few.merge(one, other, NOON)).as("seed " + seed).isEqualTo(inOrder);
            assertThat(StateBytes.read(StateBytes.write(inOrder))).isEqualTo(inOrder);
        }
    }

    @Test
    void bytesOfAnotherVersionAreRefused() {
        assertThatThrownBy(() -> StateBytes.read(new byte[] {9, 0})).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> StateBytes.read(new byte[0])).isInstanceOf(UncheckedIOException.class);
    }
}
