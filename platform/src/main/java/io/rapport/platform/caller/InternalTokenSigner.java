package io.rapport.platform.caller;

import io.rapport.platform.clock.SystemTime;
import java.security.PrivateKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs internal tokens; only the gateway has the key. Tokens are cached per caller for half their life. */
@SystemTime("token lifetimes")
public final class InternalTokenSigner {
    private static final int MOST_CACHED = 10_000;

    private record Signed(String token, long renewAtMillis) {}

    private final PrivateKey key;
    private final Map<Caller, Signed> cache = new ConcurrentHashMap<>();

    /** @param pkcs8 the Ed25519 private key, PKCS#8, base64 */
    public InternalTokenSigner(String pkcs8) {
        this.key = Ed25519Keys.privateKey(pkcs8);
    }

    public String tokenFor(Caller caller) {
        long now = System.currentTimeMillis();
        Signed signed = cache.get(caller);
        if (signed != null && signed.renewAtMillis() > now) {
            return signed.token();
        }
        if (cache.size() >= MOST_CACHED) {
            cache.clear();
        }
        String token = sign(caller);
        cache.put(caller, new Signed(token, now + InternalToken.LIFETIME.toMillis() / 2));
        return token;
    }

    private String sign(Caller caller) {
        JwtClaims claims = InternalToken.claims(caller);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(InternalToken.LIFETIME.toSeconds() / 60f);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The internal token could not be signed", e);
        }
    }
}
