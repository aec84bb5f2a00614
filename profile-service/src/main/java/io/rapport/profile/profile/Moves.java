package io.rapport.profile.profile;

import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.Link;
import io.rapport.profile.identity.Partition;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.sql.TimeOrderedIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How profiles become the people that they turned out to be: first pieces are taken out of them, then pieces and profiles go
 * up in others. A person keeps the profile that their strongest identifier is tied to, if nobody stronger does.
 */
final class Moves {
    /** What is taken out of a profile, to stand for itself. */
    record Split(UUID from, UUID to, Set<Identifier> identifiers) {}

    private final Map<Identifier, SortedMap<Identifier, Link>> parts;
    private final Map<SortedMap<Identifier, Link>, UUID> ids = new LinkedHashMap<>();
    private final Set<UUID> claimed = new HashSet<>();
    private final List<Split> splits = new ArrayList<>();
    private final Map<UUID, UUID> joins = new LinkedHashMap<>();

    Moves(Collection<Tie> ties, Partition partition) {
        Map<Identifier, UUID> owners = new HashMap<>();
        Map<UUID, TreeSet<Identifier>> profiles = new TreeMap<>();
        ties.forEach(tie -> {
            owners.put(tie.identifier(), tie.profile());
            profiles.computeIfAbsent(tie.profile(), id -> new TreeSet<>()).add(tie.identifier());
        });
        this.parts = partition.byIdentifier();
        partition
                .parts()
                .forEach(part -> part.keySet().stream()
                        .filter(owners::containsKey)
                        .findFirst()
                        .ifPresent(strongest -> claim(part, owners.get(strongest))));
        partition
                .parts()
                .forEach(part -> part.keySet().stream()
                        .filter(owners::containsKey)
                        .forEach(identifier -> claim(part, owners.get(identifier))));
        profiles.forEach(this::move);
    }

    private void claim(SortedMap<Identifier, Link> part, UUID profile) {
        if (!ids.containsKey(part) && claimed.add(profile)) {
            ids.put(part, profile);
        }
    }

    private void move(UUID profile, Set<Identifier> identifiers) {
        Map<SortedMap<Identifier, Link>, Set<Identifier>> pieces = new LinkedHashMap<>();
        for (Identifier identifier : identifiers) {
            SortedMap<Identifier, Link> part = parts.get(identifier);
            if (part != null) {
                pieces.computeIfAbsent(part, each -> new TreeSet<>()).add(identifier);
            }
        }
        if (!claimed.contains(profile) && !pieces.isEmpty()) {
            SortedMap<Identifier, Link> first = pieces.keySet().iterator().next();
            if (ids.containsKey(first)) {
                joins.put(profile, ids.get(first));
            } else {
                claim(first, profile);
            }
            pieces.remove(first);
        }
        pieces.forEach((part, piece) -> {
            if (!profile.equals(ids.get(part))) {
                take(profile, part, piece);
            }
        });
    }

    private void take(UUID profile, SortedMap<Identifier, Link> part, Set<Identifier> piece) {
        UUID fresh = TimeOrderedIds.next();
        splits.add(new Split(profile, fresh, piece));
        UUID target = ids.putIfAbsent(part, fresh);
        if (target != null) {
            joins.put(fresh, target);
        }
    }

    List<Split> splits() {
        return splits;
    }

    /** Which profile goes up in which, none of which goes up itself. */
    Map<UUID, UUID> joins() {
        return joins;
    }

    /** The profiles that go by other identifiers than before. */
    Set<UUID> others(Collection<Tie> before) {
        Map<Identifier, UUID> owners = new HashMap<>();
        before.forEach(tie -> owners.put(tie.identifier(), tie.profile()));
        Set<UUID> others = new HashSet<>();
        ties().forEach(tie -> {
            UUID owner = owners.remove(tie.identifier());
            if (!tie.profile().equals(owner)) {
                others.add(tie.profile());
                if (owner != null) {
                    others.add(owner);
                }
            }
        });
        others.addAll(owners.values());
        return others;
    }

    /** How the people's identifiers are to be tied in the end. */
    List<Tie> ties() {
        List<Tie> ties = new ArrayList<>();
        ids.forEach((part, id) -> part.forEach((identifier, link) -> ties.add(new Tie(identifier, id, link))));
        return ties;
    }
}
