package io.rapport.profile.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers that one event names together.
 *
 * @param identifiers strongest first, each once
 * @param previousId what an alias call says the person was known by before: a userId or an anonymousId
 * @param at event time
 */
public record Sighting(
        List<Identifier> identifiers, @Nullable String previousId, Trust trust, Instant at) {
    public Sighting {
        identifiers = identifiers.stream().distinct().sorted().toList();
    }

    /** Everything whose owner must be known to resolve this. */
    public List<Identifier> lookups() {
        if (previousId == null) {
            return identifiers;
        }
        List<Identifier> all = new ArrayList<>(identifiers);
        all.add(new Identifier(IdentifierType.USER_ID, previousId));
        all.add(new Identifier(IdentifierType.ANONYMOUS_ID, previousId));
        return all;
    }
}
