package io.rapport.profile.serverkey;

import io.rapport.events.AccessRecord;
import io.rapport.profile.access.RandomText;
import io.rapport.profile.access.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/**
 * A shop back end's key, without the key.
 *
 * @param hash SHA-256 of the key, hex
 * @param hint its last four characters, by which a person tells keys apart
 * @param sourceId the source that events sent with it belong to
 */
record ServerKey(
        UUID id, String name, String hash, String hint, Set<String> scopes, String sourceId, Instant createdAt) {
    private static final String PREFIX = "sk_";
    private static final int HINT_LENGTH = 4;

    /** The moment to the microsecond, as it is stored. */
    ServerKey {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A new key's text: the prefix that secret scanners look for, and 256 random bits. */
    static String randomKey() {
        return PREFIX + RandomText.secret();
    }

    static ServerKey of(String key, String name, Set<String> scopes, String sourceId, Instant at) {
        String hint = key.substring(key.length() - HINT_LENGTH);
        return new ServerKey(UUID.randomUUID(), name, Sha256.hex(key), hint, Set.copyOf(scopes), sourceId, at);
    }

    AccessRecord.ServerKey announcement() {
        return new AccessRecord.ServerKey(id.toString(), hash, scopes, sourceId);
    }
}
