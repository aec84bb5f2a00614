package io.rapport.platform.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What became of profiles, as far as a transaction has looked it up: merged into another, erased, or neither. */
public final class Fates {
    private final Map<UUID, UUID> survivors = new HashMap<>();
    private final Set<UUID> erased = new HashSet<>();
    private final Map<UUID, Long> sequences = new HashMap<>();

    void merged(UUID loser, UUID survivor) {
        survivors.put(loser, survivor);
    }

    void unmerged(UUID separated, Collection<UUID> formerIds) {
        survivors.remove(separated);
        formerIds.forEach(former -> survivors.put(former, separated));
    }

    void happened(UUID profile, long sequence) {
        sequences.merge(profile, sequence, Math::max);
    }

    /** Whether the profile's latest merge or unmerge came after one of that sequence. */
    public boolean isOutdated(UUID profile, long sequence) {
        return sequence < sequences.getOrDefault(profile, 0L);
    }

    void erased(UUID profile) {
        erased.add(profile);
    }

    /** The profile that this one is part of by now, perhaps itself. */
    public UUID survivorOf(UUID profile) {
        UUID at = profile;
        for (int steps = 0; survivors.containsKey(at) && steps <= survivors.size(); steps++) {
            at = survivors.get(at);
        }
        return at;
    }

    /** Whether the person behind this profile is to stay forgotten. */
    public boolean isErased(UUID profile) {
        return erased.contains(profile) || erased.contains(survivorOf(profile));
    }
}
