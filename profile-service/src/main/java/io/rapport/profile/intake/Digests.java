package io.rapport.profile.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The first 128 bits of a SHA-256, in the width of a uuid column. */
final class Digests {
    private Digests() {}

    /** The digest of the texts, with a NUL between them, which none of them holds. */
    static UUID of(String... texts) {
        ByteBuffer digest =
                ByteBuffer.wrap(sha256().digest(String.join("\0", texts).getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
