package io.rapport.profile.profile;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which profiles of a transaction went up in which; each loser leads straight to where its person ended. */
public final class Merges {
    private final Map<UUID, UUID> survivors = new HashMap<>();
    private final Map<UUID, UUID> steps = new HashMap<>();
    private Instant from = Instant.MAX;
    private Instant to = Instant.MIN;

    void add(Profile survivor, Profile loser) {
        survivors.replaceAll((id, before) -> before.equals(loser.id()) ? survivor.id() : before);
        survivors.put(loser.id(), survivor.id());
        steps.put(loser.id(), survivor.id());
        from = loser.firstSeenAt().isBefore(from) ? loser.firstSeenAt() : from;
        to = loser.lastSeenAt().isAfter(to) ? loser.lastSeenAt() : to;
    }

    /** Where the profile is by now. */
    public UUID survivor(UUID profile) {
        return survivors.getOrDefault(profile, profile);
    }

    public Map<UUID, UUID> survivors() {
        return Collections.unmodifiableMap(survivors);
    }

    /** Which profile went up in which, step by step. */
    Map<UUID, UUID> steps() {
        return Collections.unmodifiableMap(steps);
    }

    public boolean isEmpty() {
        return survivors.isEmpty();
    }

    /** No loser has an event before it. */
    Instant from() {
        return from;
    }

    /** No loser has an event after it. */
    Instant to() {
        return to;
    }
}
