package io.rapport.profile.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Identifiers of which an operator said that they are of two people. */
public final class CannotLinks {
    private final Map<Identifier, Set<Identifier>> apart = new HashMap<>();

    public CannotLinks add(Identifier one, Identifier other) {
        apart.computeIfAbsent(one, left -> new HashSet<>()).add(other);
        apart.computeIfAbsent(other, right -> new HashSet<>()).add(one);
        return this;
    }

    /** Whether any of the ones may not be the same person as any of the others. */
    boolean between(Collection<Identifier> ones, Collection<Identifier> others) {
        return !apart.isEmpty()
                && ones.stream()
                        .map(one -> apart.getOrDefault(one, Set.of()))
                        .anyMatch(from -> !from.isEmpty() && others.stream().anyMatch(from::contains));
    }
}
