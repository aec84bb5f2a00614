package io.rapport.profile.operator;

import io.rapport.platform.caller.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param passwordHash argon2id in the PHC string format
 * @param passwordVersion grows with each new password; a session that began under another one has ended
 */
public record Operator(
        String username,
        @Nullable String name,
        Set<Role> roles,
        String passwordHash,
        int passwordVersion,
        Instant createdAt,
        Instant updatedAt) {
    /** Moments to the microsecond, as they are stored. */
    public Operator {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    Operator described(@Nullable String as, Set<Role> with, Instant at) {
        return new Operator(username, as, with, passwordHash, passwordVersion, createdAt, at);
    }

    Operator withPassword(String hash) {
        return new Operator(username, name, roles, hash, passwordVersion + 1, createdAt, updatedAt);
    }

    /** Never the hash: this ends up in logs. */
    @Override
    public String toString() {
        return "Operator[" + username + "]";
    }
}
