package io.rapport.profile.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A profile as the graph sees it: its age and its identifiers. */
final class Person {
    final UUID id;
    final Instant since;
    final Map<Identifier, Link> links = new HashMap<>();

    Person(UUID id, Instant since) {
        this.id = id;
        this.since = since;
    }

    /** Whether it is a customer whom the shop knows, and not just a browser. */
    boolean isUser() {
        return has(IdentifierType.USER_ID);
    }

    boolean has(IdentifierType type) {
        return links.keySet().stream().anyMatch(identifier -> identifier.type() == type);
    }

    /** The links that count toward the type's limit at that time. */
    Stream<Identifier> counted(IdentifierType type, IdentityRules rules, Instant at) {
        Duration window = rules.of(type).window();
        return links.entrySet().stream()
                .filter(link -> link.getKey().type() == type && counts(link.getValue(), window, at))
                .map(Map.Entry::getKey);
    }

    private static boolean counts(Link link, @Nullable Duration window, Instant at) {
        if (link.alias()) {
            return false;
        }
        return window == null
                || (link.since().isAfter(at.minus(window)) && link.since().isBefore(at.plus(window)));
    }
}
