package io.rapport.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** User tokens as a shop signs them. */
public final class UserToken {
    private UserToken() {}

    /** Good for ten minutes. */
    public static String of(String secret, String user) {
        return of(secret, user, Instant.now().plusSeconds(600));
    }

    public static String of(String secret, String user, Instant expiry) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(user);
        claims.setExpirationTime(NumericDate.fromMilliseconds(expiry.toEpochMilli()));
        return sign(claims, secret);
    }

    /** Without an end. */
    public static String endless(String secret, String user) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(user);
        return sign(claims, secret);
    }

    private static String sign(JwtClaims claims, String secret) {
        Key key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
