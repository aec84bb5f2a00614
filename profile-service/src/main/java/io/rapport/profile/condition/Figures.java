package io.rapport.profile.condition;

import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.Mark;
import io.rapport.profile.condition.state.Totals;
import io.rapport.profile.condition.time.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a state, for any moment; sums take no time, since they are those up to an end less those up to a start. */
final class Figures {
    private final LeafState state;
    private final Window window;
    private final BigDecimal[] values;
    private final BigDecimal[] sums;

    private Figures(LeafState state, Window window, BigDecimal[] values) {
        this.state = state;
        this.window = window;
        this.values = values;
        this.sums = new BigDecimal[values.length + 1];
        sums[0] = BigDecimal.ZERO;
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i].add(values[i]);
        }
    }

    /** Of marks that are decimal numbers. */
    static Figures ofNumbers(LeafState state, Window window) {
        BigDecimal[] values = state.marks().stream()
                .map(mark -> mark.datum().isEmpty() ? BigDecimal.ZERO : new BigDecimal(mark.datum()))
                .toArray(BigDecimal[]::new);
        return new Figures(state, window, values);
    }

    /** Of marks that are only told apart. */
    static Figures ofDigests(LeafState state, Window window) {
        return new Figures(state, window, new BigDecimal[0]);
    }

    long count(Instant now) {
        return state.totals().count() + state.within(window, now).size();
    }

    BigDecimal sum(Instant now) {
        LeafState.Slice slice = state.slice(window, now);
        return state.totals().sum().add(sums[slice.to()].subtract(sums[slice.from()]));
    }

    @Nullable
    BigDecimal lowest(Instant now) {
        return extremes(now).lowest();
    }

    @Nullable
    BigDecimal highest(Instant now) {
        return extremes(now).highest();
    }

    private Totals extremes(Instant now) {
        Totals totals = state.totals();
        LeafState.Slice slice = state.slice(window, now);
        for (int i = slice.from(); i < slice.to(); i++) {
            totals = totals.plus(values[i]);
        }
        return totals;
    }

    long different(Instant now) {
        List<Mark> within = state.within(window, now);
        return within.stream().map(Mark::datum).distinct().count();
    }
}
