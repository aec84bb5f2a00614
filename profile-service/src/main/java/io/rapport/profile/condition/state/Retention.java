package io.rapport.profile.condition.state;

import io.rapport.profile.condition.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of the events a leaf needs for the present and any later moment. Events ahead of the clock are kept besides, for
 * they count once their time has come.
 *
 * @param enough how many of the latest are enough, for {@link Keep#LATEST} and {@link Keep#LATEST_OF_EACH}
 * @param room most marks that are kept; what has no room makes the state incomplete, from the oldest on
 */
public record Retention(Window window, Keep keep, int enough, int room) {
    /** Most marks of a state: 16 KB and less as bytes for all but sequences and sums of long numbers. */
    public static final int ROOM = 1_000;

    /** What a leaf keeps. */
    public enum Keep {
        /** Running totals; only for windows that stand still. No mark but those ahead of the clock. */
        TOTALS,
        /** The latest so many, for at least, at most or exactly n: n + 1 marks at most. */
        LATEST,
        /** The latest mark of each datum, and of those the latest so many: for n different values, n + 1 marks. */
        LATEST_OF_EACH,
        /** Every mark of the window, up to {@link Retention#ROOM}. */
        EVERY
    }

    public Retention(Window window, Keep keep, int enough) {
        this(window, keep, enough, ROOM);
    }

    /** The same without a bound, for the moment of a recomputation. */
    public Retention roomy() {
        return new Retention(window, keep, enough, Integer.MAX_VALUE);
    }

    /** The state over these events. */
    public LeafState of(List<Mark> marks, Instant now) {
        List<Mark> counting = marks.stream()
                .filter(mark -> window.mayContain(mark.at(), now))
                .sorted()
                .toList();
        return prune(new LeafState(Totals.NONE, counting, null), now);
    }

    /** With one more event, at whatever place in time. */
    public LeafState absorb(LeafState state, Mark mark, Instant now) {
        return window.mayContain(mark.at(), now) ? prune(state.with(mark), now) : prune(state, now);
    }

    /** The state over both sets of events. */
    public LeafState merge(LeafState one, LeafState other, Instant now) {
        return prune(one.plus(other), now);
    }

    /** Drops what makes no difference to an answer now or later. */
    public LeafState prune(LeafState state, Instant now) {
        boolean isComplete = !state.needsRecomputation(this, now);
        @Nullable Long lost = isComplete ? null : state.lost();
        Totals totals = state.totals();
        List<Mark> ahead = new ArrayList<>();
        List<Mark> past = new ArrayList<>();
        long present = Mark.microsOf(now);
        long floor = Mark.microsOf(window.floor(now));
        floor = lost == null ? floor : Math.max(floor, lost);
        for (Mark mark : state.marks()) {
            if (mark.micros() > floor) {
                (mark.micros() > present ? ahead : past).add(mark);
            }
        }
        switch (keep) {
            case TOTALS -> {
                totals = past.stream().map(Mark::datum).reduce(totals, Totals::plus, Totals::plus);
                past = List.of();
            }
            case LATEST -> past = latest(past, enough);
            case LATEST_OF_EACH -> past = latest(latestOfEach(past), enough);
            case EVERY -> {}
        }
        return bounded(totals, past, ahead, lost);
    }

    private LeafState bounded(Totals totals, List<Mark> past, List<Mark> ahead, @Nullable Long lost) {
        List<Mark> kept = new ArrayList<>(past);
        kept.addAll(ahead);
        if (kept.size() <= room) {
            return new LeafState(totals, kept, lost);
        }
        long without = kept.get(kept.size() - room - 1).micros();
        kept.removeIf(mark -> mark.micros() <= without);
        return new LeafState(totals, kept, without);
    }

    private static List<Mark> latest(List<Mark> marks, int most) {
        return marks.size() <= most ? marks : marks.subList(marks.size() - most, marks.size());
    }

    private static List<Mark> latestOfEach(List<Mark> marks) {
        Set<String> seen = new HashSet<>();
        List<Mark> latest = new ArrayList<>();
        for (int i = marks.size() - 1; i >= 0; i--) {
            if (seen.add(marks.get(i).datum())) {
                latest.add(marks.get(i));
            }
        }
        Collections.reverse(latest);
        return latest;
    }
}
