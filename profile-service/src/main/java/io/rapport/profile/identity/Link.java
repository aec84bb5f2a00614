package io.rapport.profile.identity;

import java.time.Instant;

/**
 * What is known of an identifier's tie to its profile.
 *
 * @param since event time at which they were first tied
 * @param trust how far the word of the best sender was taken
 * @param alias whether it is a userId that was given up for another one (alias, or an operator's merge)
 */
public record Link(Instant since, Trust trust, boolean alias) {
    Link asAlias() {
        return new Link(since, trust, true);
    }

    Link trusted(Trust by) {
        return by.atLeast(trust) ? new Link(since, by, alias) : this;
    }
}
