package io.rapport.profile.identity;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which identifiers are one person's.
 *
 * @param parts a part for each person, those of the strongest identifiers first
 * @param asides what evidence touches without naming it, by its id
 */
public record Partition(List<SortedMap<Identifier, Link>> parts, Map<UUID, Set<Identifier>> asides) {
    private static final Comparator<SortedMap<Identifier, Link>> BY_STRONGEST =
            Comparator.comparing(SortedMap::firstKey);

    public Partition {
        parts = parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> Collections.unmodifiableSortedMap(new TreeMap<>(part)))
                .sorted(BY_STRONGEST)
                .toList();
        asides = Map.copyOf(asides);
    }

    /** The part that each identifier is of. */
    public Map<Identifier, SortedMap<Identifier, Link>> byIdentifier() {
        Map<Identifier, SortedMap<Identifier, Link>> found = new HashMap<>();
        parts.forEach(part -> part.keySet().forEach(identifier -> found.put(identifier, part)));
        return found;
    }

    /** How an identifier is tied, if it is. */
    public @Nullable Link link(Identifier identifier) {
        return parts.stream()
                .map(part -> part.get(identifier))
                .filter(link -> link != null)
                .findFirst()
                .orElse(null);
    }
}
