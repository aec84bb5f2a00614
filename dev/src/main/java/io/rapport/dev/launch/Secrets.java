package io.rapport.dev.launch;

import io.rapport.dev.process.PropertiesFile;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The keys that the processes share, made once and kept in a file that only its owner reads.
 *
 * @param privateKey signs the gateway's internal token: Ed25519, PKCS#8, base64
 * @param publicKey checks it: Ed25519, X.509, base64
 * @param secretsKey encrypts at rest: AES-256, base64
 */
record Secrets(String privateKey, String publicKey, String secretsKey) {
    private static final String PRIVATE = "rapport.internal.private-key";
    private static final String PUBLIC = "rapport.internal.public-keys";
    private static final String AT_REST = "rapport.secrets.key";
    private static final int AES_BYTES = 32;

    static Secrets keptIn(Path file) {
        Properties kept = PropertiesFile.read(file).orElseGet(() -> create(file));
        return new Secrets(kept.getProperty(PRIVATE), kept.getProperty(PUBLIC), kept.getProperty(AT_REST));
    }

    private static Properties create(Path file) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] atRest = new byte[AES_BYTES];
            new SecureRandom().nextBytes(atRest);
            Properties made = new Properties();
            made.setProperty(PRIVATE, base64(pair.getPrivate().getEncoded()));
            made.setProperty(PUBLIC, base64(pair.getPublic().getEncoded()));
            made.setProperty(AT_REST, base64(atRest));
            PropertiesFile.write(file, made, "keys of this machine's suite; ./rapport reset makes new ones");
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no Ed25519", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
