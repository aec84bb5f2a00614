package io.rapport.profile.signingkey;

import io.rapport.platform.config.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Makes RSA keys of 2048 bits and signs with them (RS256). Its work takes milliseconds: for worker threads. */
@ApplicationScoped
class KeySmith {
    private static final int BITS = 2048;

    private final SecretBox box;
    private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();

    KeySmith(SecretBox box) {
        this.box = box;
    }

    SigningKey make(Instant createdAt, Instant signsFrom, Instant notAfter) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return new SigningKey(
                    key.getKeyId(),
                    key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                    box.seal(key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)),
                    createdAt,
                    signsFrom,
                    notAfter);
        } catch (JoseException e) {
            throw new IllegalStateException("No RSA key could be made", e);
        }
    }

    String sign(SigningKey key, JwtClaims claims) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKeyIdHeaderValue(key.kid());
        jws.setHeader("typ", "JWT");
        jws.setPayload(claims.toJson());
        jws.setKey(opened.computeIfAbsent(key.kid(), kid -> open(key)));
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The token could not be signed", e);
        }
    }

    private PrivateKey open(SigningKey key) {
        try {
            return new RsaJsonWebKey(JsonUtil.parseJson(box.open(key.sealedJwk()))).getPrivateKey();
        } catch (JoseException e) {
            throw new IllegalStateException("Signing key " + key.kid() + " is not readable", e);
        }
    }
}
