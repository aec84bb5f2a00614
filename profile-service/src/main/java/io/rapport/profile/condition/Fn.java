package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.Retention;
import io.rapport.profile.condition.time.Window;
import io.rapport.profile.condition.value.Comparing;
import io.rapport.profile.condition.value.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an aggregate makes of a property's values. Values that are no numbers count in none but DISTINCT and COUNT. */
public enum Fn {
    /** Of nothing it is 0; all others are missing. */
    SUM,
    /** To 34 digits. */
    AVG,
    MIN,
    MAX,
    DISTINCT,
    /** Events that have the property, or all events where none is named. */
    COUNT;

    public static Optional<Fn> of(String wire) {
        return Arrays.stream(values()).filter(fn -> fn.wire().equals(wire)).findFirst();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is kept of a value; null if it does not count. */
    @Nullable
    String datum(JsonNode value) {
        return switch (this) {
            case SUM, AVG, MIN, MAX -> {
                BigDecimal number = Decimals.of(value);
                yield number == null ? null : Decimals.canonical(number);
            }
            case DISTINCT -> {
                String text = Comparing.canonical(value);
                yield text == null ? null : LeafId.digest(text);
            }
            case COUNT -> value.isMissingNode() || value.isNull() ? null : "";
        };
    }

    Retention.Keep keeps(Window window) {
        if (this == DISTINCT) {
            return Retention.Keep.LATEST_OF_EACH;
        }
        Retention.Keep sliding = this == COUNT ? Retention.Keep.LATEST : Retention.Keep.EVERY;
        return window.stands() ? Retention.Keep.TOTALS : sliding;
    }

    Figures figures(LeafState state, Window window) {
        return this == DISTINCT ? Figures.ofDigests(state, window) : Figures.ofNumbers(state, window);
    }

    /** Null where there is nothing and that is not 0. */
    @Nullable
    BigDecimal of(Figures figures, Instant now) {
        return switch (this) {
            case SUM -> figures.sum(now);
            case AVG -> average(figures.sum(now), figures.count(now));
            case MIN -> figures.lowest(now);
            case MAX -> figures.highest(now);
            case DISTINCT -> orMissing(figures.different(now));
            case COUNT -> orMissing(figures.count(now));
        };
    }

    private static @Nullable BigDecimal average(BigDecimal sum, long count) {
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
    }

    private static @Nullable BigDecimal orMissing(long count) {
        return count == 0 ? null : BigDecimal.valueOf(count);
    }
}
