package io.rapport.profile.resolution;

import io.rapport.profile.sql.LostRace;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Somebody else holds people of a component; whoever begins anew is to lock these together with what they lock first. */
public final class NeedsLocks extends LostRace {
    private static final long serialVersionUID = 1L;

    private final transient Set<UUID> profiles;

    NeedsLocks(Collection<UUID> profiles) {
        super("a component has people that somebody else holds");
        this.profiles = Set.copyOf(profiles);
    }

    public Set<UUID> profiles() {
        return profiles;
    }
}
