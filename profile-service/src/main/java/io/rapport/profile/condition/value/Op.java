package io.rapport.profile.condition.value;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operators on traits and properties. */
public enum Op {
    EQ("eq", Takes.SCALAR),
    NE("ne", Takes.SCALAR),
    IN("in", Takes.SCALARS),
    NOT_IN("notIn", Takes.SCALARS),
    GT("gt", Takes.NUMBER),
    GTE("gte", Takes.NUMBER),
    LT("lt", Takes.NUMBER),
    LTE("lte", Takes.NUMBER),
    BETWEEN("between", Takes.RANGE),
    CONTAINS("contains", Takes.SCALAR),
    STARTS_WITH("startsWith", Takes.TEXT),
    ENDS_WITH("endsWith", Takes.TEXT),
    MATCHES("matches", Takes.EXPRESSION),
    EXISTS("exists", Takes.NOTHING),
    MISSING("missing", Takes.NOTHING),
    CONTAINS_ANY("containsAny", Takes.SCALARS),
    CONTAINS_ALL("containsAll", Takes.SCALARS),
    BEFORE("before", Takes.MOMENT),
    AFTER("after", Takes.MOMENT),
    WITHIN_LAST("withinLast", Takes.SPAN),
    OLDER_THAN("olderThan", Takes.SPAN),
    DISTANCE("distance", Takes.CIRCLE);

    /** The kind of value that an operator takes. */
    public enum Takes {
        NOTHING,
        SCALAR,
        SCALARS,
        NUMBER,
        RANGE,
        TEXT,
        EXPRESSION,
        MOMENT,
        SPAN,
        CIRCLE
    }

    private static final Map<String, Op> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Op::wire, op -> op));

    private final String wire;
    private final Takes takes;

    Op(String wire, Takes takes) {
        this.wire = wire;
        this.takes = takes;
    }

    public static Optional<Op> of(String wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }

    public String wire() {
        return wire;
    }

    public Takes takes() {
        return takes;
    }

    /** Whether its answer moves with the clock. */
    public boolean isRelative() {
        return takes == Takes.SPAN;
    }

    /** Whether it holds where there is nothing. */
    public boolean holdsOnMissing() {
        return this == MISSING || this == NE || this == NOT_IN;
    }
}
