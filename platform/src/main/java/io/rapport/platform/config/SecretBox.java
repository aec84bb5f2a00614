package io.rapport.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts small secrets at rest and on Kafka: AES-256-GCM (NIST SP 800-38D), a random 96-bit nonce before each text. */
@ApplicationScoped
public class SecretBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final PlatformConfig config;
    private final SecureRandom random = new SecureRandom();

    public SecretBox(PlatformConfig config) {
        this.config = config;
    }

    /** Whether this deployment has a key; where it has none, nothing can be sealed. */
    public boolean hasKey() {
        return config.secrets().key().isPresent();
    }

    public String seal(String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** The secret again; a text that this deployment's key did not seal is an {@link IllegalStateException}. */
    public String open(String sealed) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] text = new byte[bytes.remaining()];
            bytes.get(text);
            return new String(run(Cipher.DECRYPT_MODE, nonce, text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new IllegalStateException("This is no sealed secret", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("rapport.secrets.key does not fit this secret", e);
        }
    }

    private SecretKeySpec key() {
        String key =
                config.secrets().key().orElseThrow(() -> new IllegalStateException("rapport.secrets.key is not set"));
        if (!isKey(key)) {
            throw new IllegalStateException("rapport.secrets.key is not " + KEY_BYTES + " bytes in base64");
        }
        return new SecretKeySpec(Base64.getDecoder().decode(key.strip()), "AES");
    }

    static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
