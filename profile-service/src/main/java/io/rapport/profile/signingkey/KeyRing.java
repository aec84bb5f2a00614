package io.rapport.profile.signingkey;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The issuer's keys at one moment: which signs, which is due, which are spent. */
record KeyRing(List<SigningKey> keys) {
    /** What clocks of other machines may be off by, and a token signed just before its key was succeeded needs. */
    static final Duration SLACK = Duration.ofMinutes(1);

    /** The newest key that has taken over and outlives a token signed with it now. */
    Optional<SigningKey> signer(Instant now, Duration tokenLifetime) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .filter(key -> key.notAfter().isAfter(now.plus(tokenLifetime)))
                .max(Comparator.comparing(SigningKey::signsFrom));
    }

    /** Whether the newest key has reached the age of rotation, or there is none. */
    boolean isDue(Instant now, Duration rotation) {
        return keys.stream().noneMatch(key -> key.createdAt().plus(rotation).isAfter(now));
    }

    /** The keys that end sooner once another takes over: as soon as their last token has expired. */
    List<SigningKey> endedBy(SigningKey next, Duration tokenLifetime) {
        Instant end = next.signsFrom().plus(tokenLifetime).plus(SLACK);
        return keys.stream()
                .filter(key -> key.notAfter().isAfter(end))
                .map(key -> key.until(end))
                .toList();
    }

    List<SigningKey> spent(Instant now) {
        return keys.stream().filter(key -> !key.notAfter().isAfter(now)).toList();
    }

    KeyRing without(List<SigningKey> gone) {
        return new KeyRing(keys.stream().filter(key -> !gone.contains(key)).toList());
    }
}
