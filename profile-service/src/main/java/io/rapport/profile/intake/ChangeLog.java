package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import io.rapport.events.Origin;
import io.rapport.events.Purpose;
import io.rapport.profile.computed.behaviour.Call;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.condition.value.TraitPath;
import io.rapport.profile.membership.Computed;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.profile.Merges;
import io.rapport.profile.profile.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What a batch does to each profile that segments may ask about, as it goes; in the end it is said of the survivors. */
final class ChangeLog {
    private final Map<UUID, List<Consumer<ProfileChange>>> changes = new HashMap<>();
    private final Set<UUID> live = new HashSet<>();

    private void note(Profile profile, Consumer<ProfileChange> change) {
        changes.computeIfAbsent(profile.id(), id -> new ArrayList<>()).add(change);
    }

    /** An event that is stored and counted. */
    void stored(Tracked event, Profile profile, JsonNode properties, JsonNode context) {
        SeenEvent seen = new SeenEvent(EventContent.name(event.raw()), event.at(), properties, context);
        note(
                profile,
                change -> change.saw(
                        new Call(event.raw().type(), seen, event.raw().receivedAt())));
        if (event.order() != null) {
            note(profile, change -> Computed.OF_ORDERS.forEach(change::trait));
        } else if (event.interest() != null) {
            note(profile, change -> Computed.OF_INTEREST.forEach(change::trait));
        }
    }

    /** An event that is taken at all. */
    void taken(Tracked event, Profile profile) {
        if (event.raw().origin() == Origin.LIVE) {
            live.add(profile.id());
        } else {
            note(profile, change -> change.from(event.raw().origin()));
        }
        if (event.raw().type() == EventType.IDENTIFY) {
            EventContent.traits(event.raw())
                    .fieldNames()
                    .forEachRemaining(name -> note(profile, change -> change.trait(new TraitPath(List.of(name)))));
        }
    }

    void consented(Profile profile, Purpose purpose) {
        note(profile, change -> change.consent(purpose));
    }

    /** Of every profile that stands for itself. */
    Collection<ProfileChange> of(Collection<Profile> profiles, Merges merges) {
        Map<UUID, ProfileChange> byProfile = new HashMap<>();
        for (Profile profile : profiles) {
            UUID survivor = merges.survivor(profile.id());
            boolean isLoser = !survivor.equals(profile.id());
            if (isLoser || profile.isNew() || changes.containsKey(profile.id())) {
                ProfileChange change = byProfile.computeIfAbsent(survivor, ProfileChange::new);
                changes.getOrDefault(profile.id(), List.of()).forEach(each -> each.accept(change));
                if (isLoser && !profile.isNew()) {
                    change.absorbed(profile.id());
                } else if (!isLoser && profile.isNew()) {
                    change.met();
                }
            }
        }
        live.forEach(profile -> {
            ProfileChange change = byProfile.get(merges.survivor(profile));
            if (change != null) {
                change.from(Origin.LIVE);
            }
        });
        return byProfile.values();
    }
}
