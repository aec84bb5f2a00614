package io.rapport.profile.condition.state;

import io.rapport.profile.condition.time.Span;
import io.rapport.profile.condition.time.Sweep;
import io.rapport.profile.condition.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a profile's events for one leaf. Equal sets of events, pruned at the same moment, are equal states, in
 * whatever order they came. Where events found no room, one order may ask for a recomputation for longer than another;
 * none answers otherwise.
 *
 * @param totals the events that count for ever
 * @param marks the others, in order of time
 * @param lost the time of the latest event that may yet count and found no room; null if nothing is lost. While it is set
 *     the leaf has to be recomputed from the event store
 */
public record LeafState(
        Totals totals, List<Mark> marks, @Nullable Long lost) {
    public static final LeafState EMPTY = new LeafState(Totals.NONE, List.of(), null);

    public LeafState {
        marks = List.copyOf(marks);
    }

    LeafState with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        int found = Collections.binarySearch(more, mark);
        more.add(found < 0 ? -found - 1 : found, mark);
        return new LeafState(totals, more, lost);
    }

    /** What both hold, of which no event may be in both. */
    LeafState plus(LeafState other) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(other.marks);
        Collections.sort(all);
        return new LeafState(totals.plus(other.totals), all, later(lost, other.lost));
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        return one == null || (other != null && other > one) ? other : one;
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** Whether it cannot answer for this moment any more, and the event store has to. */
    public boolean needsRecomputation(Retention retention, Instant now) {
        return lost != null && retention.window().mayContain(Mark.instant(lost), now);
    }

    /** The marks that count now, in order of time. */
    public List<Mark> within(Window window, Instant now) {
        Slice slice = slice(window, now);
        return marks.subList(slice.from(), slice.to());
    }

    /** Which of the marks count now. */
    public Slice slice(Window window, Instant now) {
        int from = firstAfter(window.after(now));
        return new Slice(from, Math.max(from, firstAfter(window.upTo(now))));
    }

    /**
     * A part of the marks.
     *
     * @param to the first no longer in it
     */
    public record Slice(int from, int to) {}

    private int firstAfter(Instant at) {
        long micros = Mark.microsOf(at);
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).micros() > micros) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * The next moment after {@code now} at which {@link #within} is another; null if there is none. Of those within the
     * earliest leaves first, of those past the latest may come back (see {@link Span}), and of those ahead the next comes.
     */
    public @Nullable Instant nextFlip(Window window, Instant now) {
        Slice slice = slice(window, now);
        Instant next = slice.from() < slice.to() ? flip(slice.from(), window, now) : null;
        next = Sweep.earlier(next, flip(slice.from() - 1, window, now));
        return Sweep.earlier(next, flip(slice.to(), window, now));
    }

    private @Nullable Instant flip(int index, Window window, Instant now) {
        return index < 0 || index >= marks.size()
                ? null
                : window.nextFlip(marks.get(index).at(), now);
    }
}
