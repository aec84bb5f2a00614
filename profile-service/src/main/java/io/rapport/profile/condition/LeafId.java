package io.rapport.profile.condition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a leaf by what it asks: equal leaves of any segments have the same id, and share their state.
 *
 * @param value half of the SHA-256 of the leaf's canonical JSON, in hexadecimal
 */
public record LeafId(String value) {
    private static final int BYTES = 16;

    static LeafId of(Condition leaf) {
        return new LeafId(digest(Canonical.of(leaf)));
    }

    /** A short name for a text of any length. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
