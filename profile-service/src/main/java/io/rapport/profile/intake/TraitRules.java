package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.events.RawEvent;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.IdentityGraph;
import io.rapport.profile.identity.Refusal;
import io.rapport.profile.identity.Resolution;
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
    boolean take(RawEvent raw, Sighting sighting, Resolution resolution, IdentityGraph graph, Profile profile) {
        Instant at = notAfter(clock.instant(), raw.timestamp());
        boolean shown = false;
        for (Map.Entry<String, JsonNode> trait : EventContent.traits(raw).properties()) {
            String name = trait.getKey();
            boolean isProtected =
                    sighting.trust() == Trust.PUBLIC && isProtected(name, trait.getValue(), resolution, graph, profile);
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

    /** A user keeps the address they have; and nobody gets one that belongs to another user. */
    private static boolean isProtected(
            String name, JsonNode value, Resolution resolution, IdentityGraph graph, Profile profile) {
        Optional<IdentifierType> type = IdentifierType.find(name).filter(IdentifierType::isContact);
        if (type.isEmpty()) {
            return false;
        }
        JsonNode present = profile.traits().get(name);
        boolean replaces = graph.isUser(profile.id()) && present != null && !present.equals(value);
        return replaces || wasRefused(type.get(), resolution);
    }

    private static boolean wasRefused(IdentifierType type, Resolution resolution) {
        return resolution.refused().entrySet().stream()
                .anyMatch(refused -> refused.getKey().type() == type && refused.getValue() != Refusal.LIMIT);
    }

    private void count(TraitRefusal refusal) {
        metrics.counter("rapport.traits.refused", "reason", refusal.wire()).increment();
    }
}
