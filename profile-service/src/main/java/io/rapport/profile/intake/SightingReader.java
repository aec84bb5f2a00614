package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import io.rapport.events.Origin;
import io.rapport.events.RawEvent;
import io.rapport.profile.identity.BlockedValues;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierRules;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.Sighting;
import io.rapport.profile.identity.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the identifiers that an event names: {@code userId}, {@code anonymousId}, {@code context.device.id}, and e-mail and
 * phone among an identify call's traits or any call's {@code context.traits}. Properties are never identifiers: an e-mail
 * address there may be a friend's.
 */
final class SightingReader {
    /** How long a client without proof may have kept events to itself; the window of limits for devices is as long. */
    private static final Duration HELD_BACK = Duration.ofDays(7);

    private final RawEvent raw;
    private final BlockedValues blocked;
    private final List<Identifier> identifiers = new ArrayList<>();

    private SightingReader(RawEvent raw, BlockedValues blocked) {
        this.blocked = blocked;
        this.raw = raw;
    }

    static Sighting read(RawEvent raw, BlockedValues blocked) {
        return new SightingReader(raw, blocked).read();
    }

    private Sighting read() {
        JsonNode event = raw.event();
        JsonNode context = EventContent.context(raw);
        add(IdentifierType.USER_ID, event.path("userId"));
        add(IdentifierType.ANONYMOUS_ID, event.path("anonymousId"));
        add(IdentifierType.DEVICE_ID, context.path("device").path("id"));
        if (raw.type() == EventType.IDENTIFY) {
            contacts(EventContent.traits(raw));
        }
        contacts(context.path("traits"));
        return new Sighting(identifiers, previousId(), Trust.of(raw.proof(), raw.sourceType()), believed());
    }

    /**
     * Of the future nobody knows; a clock that is ahead must not make all that follows come late. And nobody takes over what
     * another goes by with an event that is said to be older: what a visitor's client held back for longer counts as that old.
     */
    private Instant believed() {
        Instant latest = raw.timestamp().isAfter(raw.receivedAt()) ? raw.receivedAt() : raw.timestamp();
        Instant earliest = raw.receivedAt().minus(HELD_BACK);
        boolean mayBeMadeUp = Trust.of(raw.proof(), raw.sourceType()) == Trust.PUBLIC && raw.origin() == Origin.LIVE;
        return mayBeMadeUp && latest.isBefore(earliest) ? earliest : latest;
    }

    private void contacts(JsonNode traits) {
        add(IdentifierType.EMAIL, traits.path("email"));
        add(IdentifierType.PHONE, traits.path("phone"));
    }

    private void add(IdentifierType type, JsonNode node) {
        String text = EventContent.text(node);
        if (text != null) {
            String country = type == IdentifierType.PHONE ? EventContent.country(raw) : null;
            IdentifierRules.normalise(type, text, country)
                    .filter(identifier -> !blocked.contains(identifier))
                    .ifPresent(identifiers::add);
        }
    }

    private @Nullable String previousId() {
        if (raw.type() != EventType.ALIAS) {
            return null;
        }
        String previous = EventContent.text(raw.event().path("previousId"));
        return IdentifierRules.normalise(IdentifierType.USER_ID, previous, null)
                .filter(identifier -> !blocked.contains(identifier))
                .map(Identifier::value)
                .orElse(null);
    }
}
