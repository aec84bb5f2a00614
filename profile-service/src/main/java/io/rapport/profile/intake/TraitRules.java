package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.events.RawEvent;
import io.rapport.profile.identity.IdentifierRules;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.IdentityGraph;
import io.rapport.profile.identity.Sighting;
import io.rapport.profile.identity.Trust;
import io.rapport.profile.profile.Profile;
import io.rapport.profile.trait.Message;
import io.rapport.profile.trait.TraitRefusal;
import io.rapport.profile.trait.TraitSources;
import io.rapport.profile.trait.Traits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes an identify call's traits: all that fit, save a user's e-mail address and phone on the word of just anybody. */
@ApplicationScoped
class TraitRules {
    /** What a visitor's answer is formatted by; see {@code visitor}. */
    private static final Set<String> SHOWN = Set.of("locale", "country", "address");

    private final MeterRegistry metrics;
    private final TraitSources sources;
    private final InstantSource clock;

    TraitRules(MeterRegistry metrics, TraitSources sources, InstantSource clock) {
        this.metrics = metrics;
        this.sources = sources;
        this.clock = clock;
    }

    /** Whether what the hot view shows may have changed. */
    boolean take(RawEvent raw, Sighting sighting, IdentityGraph graph, Profile profile) {
        Instant at = notAfter(clock.instant(), notAfter(raw.receivedAt(), raw.timestamp()));
        boolean shown = false;
        for (Map.Entry<String, JsonNode> trait : EventContent.traits(raw).properties()) {
            String name = trait.getKey();
            boolean isProtected = isProtected(raw, sighting, trait, graph, profile);
            Optional<TraitRefusal> refusal = isProtected
                    ? Optional.of(TraitRefusal.NEEDS_PROOF)
                    : set(raw, at, name, trait.getValue(), profile.traits());
            refusal.ifPresent(this::count);
            shown |= refusal.isEmpty() && SHOWN.contains(name);
        }
        return shown;
    }

    /** What a clock that is ahead says holds from now on, and not against all that is said until then. */
    private static Instant notAfter(Instant now, Instant at) {
        return at.isAfter(now) ? now : at;
    }

    private Optional<TraitRefusal> set(RawEvent raw, Instant at, String name, JsonNode value, Traits traits) {
        Message message = new Message(raw.sourceId(), raw.messageId());
        return traits.set(name, JsonContent.storable(value), at, message, sources.rank(raw.sourceId()));
    }

    /** A profile has the address that it goes by, and nobody replaces a user's without proof. */
    private static boolean isProtected(
            RawEvent raw, Sighting sighting, Map.Entry<String, JsonNode> trait, IdentityGraph graph, Profile profile) {
        Optional<IdentifierType> type = IdentifierType.find(trait.getKey()).filter(IdentifierType::isContact);
        if (type.isEmpty()) {
            return false;
        }
        JsonNode present = profile.traits().get(trait.getKey());
        boolean replaces = sighting.trust() == Trust.PUBLIC
                && graph.isUser(profile.id())
                && present != null
                && !present.equals(trait.getValue());
        return replaces || !isOwn(raw, type.get(), trait.getValue(), graph, profile);
    }

    private static boolean isOwn(
            RawEvent raw, IdentifierType type, JsonNode value, IdentityGraph graph, Profile profile) {
        return value.isNull()
                || IdentifierRules.normalise(type, value.asText(), EventContent.country(raw))
                        .map(graph::owner)
                        .filter(profile.id()::equals)
                        .isPresent();
    }

    private void count(TraitRefusal refusal) {
        metrics.counter("rapport.traits.refused", "reason", refusal.wire()).increment();
    }
}
