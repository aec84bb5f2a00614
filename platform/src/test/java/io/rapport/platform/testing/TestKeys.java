package io.rapport.platform.testing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Keys made for one run of the tests. They stand in system properties, for the test and the application under test are
 * loaded by class loaders of their own and must mean the same ones.
 */
final class TestKeys {
    private static final String PRIVATE = "io.rapport.test.private-key";
    private static final String PUBLIC = "io.rapport.test.public-key";
    private static final String SECRETS = "io.rapport.test.secrets-key";

    private TestKeys() {}

    static String privateKey() {
        return key(PRIVATE);
    }

    static String publicKey() {
        return key(PUBLIC);
    }

    static String secretsKey() {
        return key(SECRETS);
    }

    private static String key(String name) {
        synchronized (System.getProperties()) {
            if (System.getProperty(name) == null) {
                generate();
            }
            return System.getProperty(name);
        }
    }

    private static void generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] secrets = new byte[32];
            new SecureRandom().nextBytes(secrets);
            System.setProperty(PRIVATE, base64(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC, base64(pair.getPublic().getEncoded()));
            System.setProperty(SECRETS, base64(secrets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
