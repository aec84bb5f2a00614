package io.rapport.profile.condition.value;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a count or an aggregate is compared.
 *
 * @param high the upper end of {@code between}; the same as {@code value} for the others
 */
public record Comparison(Comparator comparator, BigDecimal value, BigDecimal high) {
    /** The default of a count. */
    public static final Comparison AT_LEAST_ONE = new Comparison(Comparator.GTE, BigDecimal.ONE, BigDecimal.ONE);

    /** How two numbers are compared. */
    public enum Comparator {
        GTE("gte"),
        GT("gt"),
        LTE("lte"),
        LT("lt"),
        EQ("eq"),
        NE("ne"),
        BETWEEN("between");

        private final String wire;

        Comparator(String wire) {
            this.wire = wire;
        }

        public static Optional<Comparator> of(String wire) {
            return Arrays.stream(values())
                    .filter(each -> each.wire.equals(wire))
                    .findFirst();
        }

        public String wire() {
            return wire;
        }
    }

    public boolean holds(BigDecimal number) {
        int sign = number.compareTo(value);
        return switch (comparator) {
            case GTE -> sign >= 0;
            case GT -> sign > 0;
            case LTE -> sign <= 0;
            case LT -> sign < 0;
            case EQ -> sign == 0;
            case NE -> sign != 0;
            case BETWEEN -> sign >= 0 && number.compareTo(high) <= 0;
        };
    }

    /** Of nothing every comparison is false save {@code ne}. */
    public boolean holdsOf(@Nullable BigDecimal number) {
        return number == null ? comparator == Comparator.NE : holds(number);
    }

    /** A whole number, at least one, from which on every count gives the same answer. */
    public int saturation() {
        BigDecimal first = switch (comparator) {
            case GTE, LT -> value.setScale(0, RoundingMode.CEILING);
            case GT, LTE, EQ, NE, BETWEEN ->
                high.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
        };
        return first.max(BigDecimal.ONE)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    /** Puts {@code "gte":3} into an object. */
    public ObjectNode write(ObjectNode object) {
        if (comparator == Comparator.BETWEEN) {
            object.putArray(comparator.wire()).add(plain(value)).add(plain(high));
            return object;
        }
        return object.put(comparator.wire(), plain(value));
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(Decimals.canonical(value));
    }
}
