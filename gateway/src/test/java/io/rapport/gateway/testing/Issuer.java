package io.rapport.gateway.testing;

import io.rapport.events.AccessRecord;
import io.rapport.platform.caller.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues operators' tokens as profile-service does: RS256, roles in {@code groups}. */
public final class Issuer {
    private final RsaJsonWebKey key;

    public Issuer() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public AccessRecord.SigningKey key(Instant notAfter) {
        return new AccessRecord.SigningKey(
                key.getKeyId(), key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY), notAfter);
    }

    public String token(String name, Instant expiry, Role... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("rapport");
        claims.setSubject(name);
        claims.setExpirationTime(NumericDate.fromMilliseconds(expiry.toEpochMilli()));
        claims.setStringListClaim("groups", Arrays.stream(roles).map(Role::wire).toList());
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
