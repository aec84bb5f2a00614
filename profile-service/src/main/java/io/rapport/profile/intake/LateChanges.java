package io.rapport.profile.intake;

import io.rapport.profile.condition.value.TraitPath;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.profile.Rearrangement.Changed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a batch did to profiles, where something made other people of them in the end, or gave them another address. */
final class LateChanges {
    private LateChanges() {}

    static Collection<ProfileChange> of(Outcome outcome, Changed changed) {
        if (changed.profiles().isEmpty() && outcome.contested().isEmpty()) {
            return outcome.changes();
        }
        Map<UUID, ProfileChange> all = new HashMap<>();
        outcome.changes().forEach(change -> all.put(change.profile(), change));
        outcome.contested()
                .forEach(profile -> all.computeIfAbsent(profile, ProfileChange::new)
                        .trait(new TraitPath(List.of(IdentifierType.EMAIL.wire())))
                        .trait(new TraitPath(List.of(IdentifierType.PHONE.wire()))));
        changed.profiles()
                .forEach(profile ->
                        all.computeIfAbsent(profile, ProfileChange::new).rebuilt());
        changed.merged().forEach((loser, survivor) -> all.get(survivor).absorbed(loser));
        return all.values();
    }
}
