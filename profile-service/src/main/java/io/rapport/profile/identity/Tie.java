package io.rapport.profile.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identifier tied to a profile: a row of the graph.
 *
 * @param home the profile that it was tied to at first; null: unknown, or not looked at
 */
public record Tie(
        Identifier identifier,
        UUID profile,
        Link link,
        @Nullable UUID home) {
    /** Where the home is of no matter. */
    public Tie(Identifier identifier, UUID profile, Link link) {
        this(identifier, profile, link, null);
    }

    Tie to(UUID other) {
        return new Tie(identifier, other, link, home);
    }

    /** As the user's present userId. */
    Tie present() {
        return new Tie(identifier, profile, new Link(link.since(), link.trust(), false), home);
    }
}
