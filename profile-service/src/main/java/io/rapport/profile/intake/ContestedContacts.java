package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.IdentityGraph;
import io.rapport.profile.identity.ObservationLog;
import io.rapport.profile.identity.Resolution;
import io.rapport.profile.profile.Merges;
import io.rapport.profile.profile.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Profiles whose e-mail address and phone number cannot be told from what holds and what an event says: somebody said
 * otherwise before, or what they go by has changed. Their identify calls are read again in the end.
 */
final class ContestedContacts {
    private final Set<UUID> profiles = new HashSet<>();

    /** Before the resolution is applied. */
    void resolving(Resolution resolution, IdentityGraph graph, ObservationLog log, Map<UUID, Profile> known) {
        if (resolution.changesNothing() && resolution.released().isEmpty()) {
            return;
        }
        resolution.linked().keySet().forEach(linked -> linking(linked, resolution.profile(), graph, log, known));
        if (!resolution.released().isEmpty() || isContested(resolution, graph, known)) {
            profiles.add(resolution.profile());
        }
    }

    /** What one of them said before of an address that was the other's becomes true when they turn out to be one. */
    private static boolean isContested(Resolution resolution, IdentityGraph graph, Map<UUID, Profile> known) {
        List<UUID> merged = resolution.merged();
        return merged.stream().anyMatch(loser -> isSaid(known.get(loser)) || hasContact(graph, loser))
                || (!merged.isEmpty() && hasContact(graph, resolution.profile()));
    }

    private static boolean hasContact(IdentityGraph graph, UUID profile) {
        return graph.identifiers(profile).stream()
                .anyMatch(identifier -> identifier.type().isContact());
    }

    private void linking(
            Identifier linked, UUID profile, IdentityGraph graph, ObservationLog log, Map<UUID, Profile> known) {
        UUID owner = graph.owner(linked);
        if (owner != null) {
            profiles.add(owner);
        }
        boolean isUserNow = linked.type() == IdentifierType.USER_ID && known.containsKey(profile);
        if ((linked.type().isContact() && log.wasNamed(linked)) || (isUserNow && isSaid(known.get(profile)))) {
            profiles.add(profile);
        }
    }

    private static boolean isSaid(Profile profile) {
        return profile.traits().isSaid(IdentifierType.EMAIL.wire())
                || profile.traits().isSaid(IdentifierType.PHONE.wire());
    }

    /** Before the event's traits are taken. */
    void telling(Tracked event, Profile profile) {
        if (event.raw().type() == EventType.IDENTIFY) {
            JsonNode said = EventContent.traits(event.raw());
            contested(said, IdentifierType.EMAIL.wire(), profile);
            contested(said, IdentifierType.PHONE.wire(), profile);
        }
    }

    private void contested(JsonNode said, String name, Profile profile) {
        if (said.has(name)
                && profile.traits().isSaid(name)
                && !said.get(name).equals(profile.traits().get(name))) {
            profiles.add(profile.id());
        }
    }

    Set<UUID> of(Merges merges) {
        return profiles.stream().map(merges::survivor).collect(Collectors.toSet());
    }
}
