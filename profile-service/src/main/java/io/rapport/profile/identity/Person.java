package io.rapport.profile.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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
    Stream<Identifier> counted(IdentifierType type, Instant at) {
        return links.entrySet().stream()
                .filter(link -> link.getKey().type() == type && counts(type, link.getValue(), at))
                .map(Map.Entry::getKey);
    }

    private static boolean counts(IdentifierType type, Link link, Instant at) {
        if (link.alias()) {
            return false;
        }
        return type.window() == null
                || (link.since().isAfter(at.minus(type.window()))
                        && link.since().isBefore(at.plus(type.window())));
    }
}
