package io.rapport.profile.identity;

import java.util.Comparator;

/** An identifier in its normal form ({@link IdentifierRules}); ordered by strength of type. */
public record Identifier(IdentifierType type, String value) implements Comparable<Identifier> {
    private static final Comparator<Identifier> BY_STRENGTH =
            Comparator.comparing(Identifier::type).thenComparing(Identifier::value);

    @Override
    public int compareTo(Identifier other) {
        return BY_STRENGTH.compare(this, other);
    }

    /** Without the value, which is personal. */
    @Override
    public String toString() {
        return type.wire() + ":…";
    }
}
