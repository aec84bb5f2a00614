package io.rapport.profile.profile;

import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.Parting;
import io.rapport.profile.identity.Tie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The profiles that went up in one, and which of them come back with a part of it.
 *
 * @param steps who went up in whom, step by step
 */
record Formers(Map<UUID, Profile> profiles, Map<UUID, UUID> steps) {

    /** The profile and all that went up in it before it went up itself. */
    private Set<UUID> with(UUID former) {
        Set<UUID> found = new HashSet<>(Set.of(former));
        List<UUID> open = new ArrayList<>(List.of(former));
        while (!open.isEmpty()) {
            UUID survivor = open.remove(open.size() - 1);
            steps.forEach((loser, into) -> {
                if (into.equals(survivor) && profiles.containsKey(loser) && found.add(loser)) {
                    open.add(loser);
                }
            });
        }
        return found;
    }

    /** What is known to have been the former profile's own. */
    Set<Identifier> own(UUID former, Collection<Tie> ties) {
        return at(with(former), ties).map(Tie::identifier).collect(Collectors.toSet());
    }

    private static Stream<Tie> at(Set<UUID> homes, Collection<Tie> ties) {
        return ties.stream().filter(tie -> tie.home() != null && homes.contains(tie.home()));
    }

    /** The former profile that the separated part makes whole, the largest where there are several. */
    Optional<UUID> returning(Parting parting) {
        UUID found = null;
        UUID candidate = parting.separated().get(0).home();
        while (candidate != null && isWhole(candidate, parting)) {
            found = candidate;
            candidate = steps.get(candidate);
        }
        return Optional.ofNullable(found);
    }

    private boolean isWhole(UUID former, Parting parting) {
        Set<UUID> homes = with(former);
        return profiles.containsKey(former)
                && at(homes, parting.separated()).findAny().isPresent()
                && at(homes, parting.staying()).findAny().isEmpty();
    }

    /** Old ids that lead to the separated profile from now on. */
    List<UUID> following(UUID separated, Parting parting) {
        Set<UUID> own = profiles.containsKey(separated) ? with(separated) : Set.of();
        return profiles.keySet().stream()
                .filter(former -> !former.equals(separated) && (own.contains(former) || isWhole(former, parting)))
                .sorted()
                .toList();
    }
}
