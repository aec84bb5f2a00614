package io.rapport.platform.caller;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys (RFC 8032) as base64 text, the form that configuration holds them in. */
public final class Ed25519Keys {
    private Ed25519Keys() {}

    public static PrivateKey privateKey(String pkcs8) {
        try {
            return factory()
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8.strip())));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("rapport.internal.private-key is not an Ed25519 key in PKCS#8", e);
        }
    }

    public static PublicKey publicKey(String x509) {
        try {
            return factory()
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(x509.strip())));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("rapport.internal.public-keys holds what is no Ed25519 key", e);
        }
    }

    private static KeyFactory factory() {
        try {
            return KeyFactory.getInstance("Ed25519");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
