package io.rapport.profile.profile;

import io.rapport.profile.trait.Traits;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of one profile while a transaction holds its row. */
public final class Profile {
    private final UUID id;
    private final boolean isNew;
    private final Traits traits;
    private long sequence;
    private Instant firstSeenAt;
    private Instant lastSeenAt;
    private @Nullable UUID mergedInto;
    private boolean changed;

    private Profile(UUID id, boolean isNew, long sequence, Instant firstSeenAt, Instant lastSeenAt, Traits traits) {
        this.id = id;
        this.isNew = isNew;
        this.sequence = sequence;
        this.firstSeenAt = firstSeenAt;
        this.lastSeenAt = lastSeenAt;
        this.traits = traits;
    }

    /** One that is met for the first time. */
    public static Profile met(UUID id, Instant at) {
        return new Profile(id, true, 0, at, at, Traits.none());
    }

    static Profile stored(UUID id, long sequence, Instant firstSeenAt, Instant lastSeenAt, Traits traits) {
        return new Profile(id, false, sequence, firstSeenAt, lastSeenAt, traits);
    }

    /** The next place among the profile's events. */
    public long nextSequence() {
        changed = true;
        return ++sequence;
    }

    public void seen(Instant at) {
        if (at.isBefore(firstSeenAt)) {
            firstSeenAt = at;
            changed = true;
        }
        if (at.isAfter(lastSeenAt)) {
            lastSeenAt = at;
            changed = true;
        }
    }

    /**
     * Takes in another profile that turned out to be the same person. Its sequence goes on above both.
     *
     * @param kept traits of this profile that the other's do not replace
     */
    public void absorb(Profile loser, Set<String> kept) {
        loser.mergedInto = id;
        loser.changed = true;
        sequence = Math.max(sequence, loser.sequence);
        seen(loser.firstSeenAt);
        seen(loser.lastSeenAt);
        traits.absorb(loser.traits, kept);
        changed = true;
    }

    /** Points a merged profile at where its survivor went. */
    public void follow(UUID survivor) {
        mergedInto = survivor;
        changed = true;
    }

    /** What it is once it was taken apart: it stands for itself, and its sequence goes on above that of both. */
    Profile parted(long above, Instant firstSeen, Instant lastSeen, Traits itsTraits) {
        Profile parted = new Profile(id, isNew, above, firstSeen, lastSeen, itsTraits);
        parted.changed = true;
        return parted;
    }

    /** The same with traits that were read again. */
    Profile retold(Traits itsTraits) {
        Profile retold = new Profile(id, isNew, sequence, firstSeenAt, lastSeenAt, itsTraits);
        retold.changed = true;
        return retold;
    }

    public UUID id() {
        return id;
    }

    public boolean isNew() {
        return isNew;
    }

    public boolean changed() {
        return changed || traits.changed();
    }

    public long sequence() {
        return sequence;
    }

    public Instant firstSeenAt() {
        return firstSeenAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    public Traits traits() {
        return traits;
    }

    public @Nullable UUID mergedInto() {
        return mergedInto;
    }
}
