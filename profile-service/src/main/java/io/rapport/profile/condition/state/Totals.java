package io.rapport.profile.condition.state;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What events add up to that count for ever; each event is in here once and cannot be taken out again. */
public record Totals(
        long count,
        BigDecimal sum,
        @Nullable BigDecimal lowest,
        @Nullable BigDecimal highest) {
    public static final Totals NONE = new Totals(0, BigDecimal.ZERO, null, null);

    /**
     * With one more mark.
     *
     * @param datum a decimal number, or nothing where events are only counted
     */
    public Totals plus(String datum) {
        return datum.isEmpty() ? new Totals(count + 1, sum, lowest, highest) : plus(new BigDecimal(datum));
    }

    public Totals plus(BigDecimal value) {
        return plus(new Totals(1, value, value, value));
    }

    public Totals plus(Totals other) {
        return new Totals(
                count + other.count, sum.add(other.sum), lesser(lowest, other.lowest), greater(highest, other.highest));
    }

    private static @Nullable BigDecimal lesser(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }

    private static @Nullable BigDecimal greater(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }
}
