package io.rapport.benchmarks.house;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Calls a service as the gateway does: with an EdDSA JWT (RFC 8037) that says who asks, so that no gateway is measured. */
public final class InternalToken {
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final String HEADER = "{\"alg\":\"EdDSA\"}";

    private final PrivateKey key;

    /** @param pkcs8 the Ed25519 private key that the service believes, PKCS#8, base64 */
    public InternalToken(String pkcs8) {
        try {
            byte[] bytes = Base64.getDecoder().decode(pkcs8.strip());
            this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No Ed25519 key in PKCS#8", e);
        }
    }

    /** The header of an operator who may do all. */
    public String operator() {
        return header("\"kind\":\"OPERATOR\",\"sub\":\"benchmark\",\"roles\":[\"ADMIN\"],\"scopes\":[]");
    }

    /** The header of a shop's back end, which may ask about any visitor. */
    public String server() {
        return header("\"kind\":\"SERVER\",\"sub\":\"benchmark\",\"source\":\"server\",\"sourceType\":\"server\","
                + "\"roles\":[],\"scopes\":[\"*\"]");
    }

    private String header(String claims) {
        long now = Instant.now().getEpochSecond();
        String payload = "{\"iss\":\"rapport-gateway\",\"iat\":" + now + ",\"exp\":" + (now + LIFETIME.toSeconds())
                + "," + claims + "}";
        String signed = base64(HEADER.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "Bearer " + signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
