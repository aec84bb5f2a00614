package io.rapport.profile.consent;

import io.rapport.events.ConsentChanged;
import io.rapport.events.Origin;
import io.rapport.events.Purpose;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A person said yes or no to one purpose.
 *
 * @param at when they said it, to the microsecond, as it is stored
 * @param source where: a source's id, {@link #API} or {@link #MERGE}
 */
public record ConsentStatement(
        UUID profileId, Purpose purpose, boolean granted, Instant at, String source, Origin origin) {
    /** The source of what an operator or a shop's back end wrote at {@code /api/consents}. */
    public static final String API = "api";

    /** The source of what holds because two profiles turned out to be one person. */
    public static final String MERGE = "merge";

    /** The source of what holds because one profile turned out to be two persons. */
    public static final String UNMERGE = "unmerge";

    public ConsentStatement {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static ConsentStatement merged(UUID survivor, Purpose purpose, ConsentState state) {
        return new ConsentStatement(survivor, purpose, state.granted(), state.changedAt(), MERGE, Origin.BACKFILL);
    }

    /** Whether it was said for its own sake, and not stamped on an event by a client that repeats it on each. */
    boolean isExplicit() {
        return source.equals(API);
    }

    ConsentStatement notAfter(Instant now) {
        return at.isAfter(now) ? new ConsentStatement(profileId, purpose, granted, now, source, origin) : this;
    }

    /** Its announcement. */
    public ConsentChanged announcement(long sequence) {
        return new ConsentChanged(UUID.randomUUID(), profileId, sequence, at, origin, purpose, granted, source);
    }
}
