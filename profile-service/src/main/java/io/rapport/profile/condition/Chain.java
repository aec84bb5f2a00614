package io.rapport.profile.condition;

import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.Mark;
import io.rapport.profile.condition.time.Sweep;
import io.rapport.profile.condition.time.Window;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a sequence in the events that are kept: step by step, the set of all moments at which the steps so far can have
 * been done. An event later than the earliest of them continues it; an absence moves each to its end, or drops it.
 */
final class Chain {
    private final List<Step> steps;
    private final LeafState state;
    private final Window window;
    private final Window reach;
    private final List<NavigableSet<Instant>> times = new ArrayList<>();
    private final NavigableSet<Instant> deadlines = new TreeSet<>();

    /**
     * Reads the state.
     *
     * @param reach the window of what is kept, which goes on where an absence ends after the window
     */
    Chain(List<Step> steps, LeafState state, Window window, Window reach) {
        this.steps = steps;
        this.state = state;
        this.window = window;
        this.reach = reach;
        for (int i = 0; i < steps.size(); i++) {
            times.add(times(i));
        }
        NavigableSet<Instant> done = new TreeSet<>();
        for (int i = 0; i < steps.size(); i++) {
            done = steps.get(i) instanceof Step.Absent absent ? ends(absent, done) : times.get(i);
        }
    }

    private NavigableSet<Instant> times(int step) {
        NavigableSet<Instant> at = new TreeSet<>();
        for (Mark mark : state.marks()) {
            if ((Integer.parseInt(mark.datum()) & 1 << step) != 0) {
                at.add(mark.at());
            }
        }
        return at;
    }

    private NavigableSet<Instant> ends(Step.Absent absent, NavigableSet<Instant> starts) {
        NavigableSet<Instant> ends = new TreeSet<>();
        starts.forEach(start -> ends.add(absent.span().after(start)));
        deadlines.addAll(ends);
        return ends;
    }

    boolean holds(Instant now) {
        return reached(now).size() == steps.size();
    }

    /** The next moment at which it may begin or cease to hold. */
    @Nullable
    Instant next(Instant now) {
        return Sweep.earlier(state.nextFlip(reach, now), deadlines.higher(now));
    }

    /** Per step the moments at which it can have been done, up to the first step that has none. */
    private List<NavigableSet<Instant>> reached(Instant now) {
        List<NavigableSet<Instant>> reached = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            NavigableSet<Instant> done = i == 0 ? within(window, times.get(0), now) : after(reached.get(i - 1), i, now);
            if (done.isEmpty()) {
                return reached;
            }
            reached.add(done);
        }
        return reached;
    }

    private static NavigableSet<Instant> within(Window window, NavigableSet<Instant> all, Instant now) {
        return between(all, window.after(now), window.upTo(now));
    }

    private static NavigableSet<Instant> between(NavigableSet<Instant> all, Instant after, Instant upTo) {
        return after.isBefore(upTo) ? all.subSet(after, false, upTo, true) : Collections.emptyNavigableSet();
    }

    private NavigableSet<Instant> after(NavigableSet<Instant> done, int step, Instant now) {
        if (steps.get(step) instanceof Step.Absent absent) {
            return absent(absent, done, step, now);
        }
        Instant start = window.after(now);
        Instant first = done.first();
        return between(times.get(step), first.isAfter(start) ? first : start, window.upTo(now));
    }

    private NavigableSet<Instant> absent(Step.Absent absent, NavigableSet<Instant> done, int step, Instant now) {
        boolean isLast = step == steps.size() - 1;
        NavigableSet<Instant> unwanted = within(reach, times.get(step), now);
        NavigableSet<Instant> ends = new TreeSet<>();
        for (Instant start : done) {
            Instant end = absent.span().after(start);
            Instant next = unwanted.higher(start);
            boolean isAbsent = next == null || (next.isAfter(end) && !(isLast && window.contains(next, now)));
            if (!end.isAfter(now) && isAbsent) {
                ends.add(end);
            }
        }
        return ends;
    }

    /** The moments of a chain that holds, step by step; empty if there is none. */
    List<Instant> found(Instant now) {
        List<NavigableSet<Instant>> reached = reached(now);
        Deque<Instant> chain = new ArrayDeque<>();
        for (int i = steps.size() - 1; i >= 0 && reached.size() == steps.size(); i--) {
            chain.addFirst(chain.isEmpty() ? reached.get(i).first() : before(reached.get(i), i, chain.getFirst()));
        }
        return List.copyOf(chain);
    }

    private Instant before(NavigableSet<Instant> done, int step, Instant next) {
        if (steps.get(step + 1) instanceof Step.Absent absent) {
            return done.stream()
                    .filter(at -> absent.span().after(at).equals(next))
                    .findFirst()
                    .orElseThrow();
        }
        return done.first();
    }
}
