package io.rapport.profile.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** That two identifiers were named together, by which event and when. */
public record SeenLink(Pair pair, Instant at, String messageId, String sourceId, Trust trust) {
    /** Links are taken in this order when a component is resolved again. */
    public static final Comparator<SeenLink> BY_TIME =
            Comparator.comparing(SeenLink::at).thenComparing(SeenLink::messageId);

    /** How two identifiers came to be linked. */
    public enum Kind {
        /** One event named both. */
        EVENT,
        /** An alias call. */
        ALIAS,
        /** An operator merged their profiles. */
        OPERATOR;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** The stronger identifier is on the left. */
    public record Pair(Identifier left, Identifier right, Kind kind) {
        public static Pair of(Identifier one, Identifier other, Kind kind) {
            return one.compareTo(other) <= 0 ? new Pair(one, other, kind) : new Pair(other, one, kind);
        }
    }

    /** The links in a sighting: of the strongest identifier with each other one. */
    public static List<SeenLink> of(Sighting sighting, String messageId, String sourceId) {
        List<Identifier> named = sighting.identifiers();
        if (sighting.previousId() == null && named.size() < 2) {
            return List.of();
        }
        Identifier strongest = named.get(0);
        Stream<Pair> events = named.stream().skip(1).map(other -> Pair.of(strongest, other, Kind.EVENT));
        return Stream.concat(events, alias(strongest, sighting))
                .map(pair -> new SeenLink(pair, sighting.at(), messageId, sourceId, sighting.trust()))
                .toList();
    }

    /** Both readings of a previousId, for which one it was may turn out later. */
    private static Stream<Pair> alias(Identifier strongest, Sighting sighting) {
        String previous = sighting.previousId();
        return previous == null
                ? Stream.empty()
                : Stream.of(IdentifierType.USER_ID, IdentifierType.ANONYMOUS_ID)
                        .map(type -> Pair.of(strongest, new Identifier(type, previous), Kind.ALIAS));
    }
}
