package io.rapport.dev.imports.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The ids by which events count once: a repeated import gives each event the id that it had. */
final class MessageId {
    private static final int BYTES = 18;

    private MessageId() {}

    /** 144 bits of SHA-256 over source and content: the same event twice is one event, wherever it stands. */
    static String ofContent(String source, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        byte[] hash = digest.digest(content);
        return "import-" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }

    static String given(String source, String id) {
        return source + ":" + id;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
