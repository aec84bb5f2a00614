package io.rapport.platform.caller;

import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.config.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Tells the caller that an internal token speaks of; a token is verified once and remembered until it expires. */
@ApplicationScoped
@SystemTime("token lifetimes")
public class InternalTokenVerifier {
    private static final int MOST_CACHED = 10_000;

    private record Verified(Caller caller, long expiresAtMillis) {}

    private final List<JwtConsumer> consumers;
    private final Map<String, Verified> cache = new ConcurrentHashMap<>();

    public InternalTokenVerifier(PlatformConfig config) {
        this.consumers = config.internal().publicKeys().orElse(List.of()).stream()
                .map(Ed25519Keys::publicKey)
                .map(InternalTokenVerifier::consumer)
                .toList();
    }

    private static JwtConsumer consumer(PublicKey key) {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                .setExpectedIssuer(InternalToken.ISSUER)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(5)
                .build();
    }

    /** The caller, or empty for a token that is forged, expired or none. */
    public Optional<Caller> verify(String token) {
        Verified known = cache.get(token);
        long now = System.currentTimeMillis();
        if (known != null && known.expiresAtMillis() > now) {
            return Optional.of(known.caller());
        }
        Optional<Verified> verified =
                consumers.stream().flatMap(c -> check(c, token).stream()).findFirst();
        verified.ifPresent(value -> remember(token, value));
        return verified.map(Verified::caller);
    }

    private void remember(String token, Verified verified) {
        if (cache.size() >= MOST_CACHED) {
            cache.clear();
        }
        cache.put(token, verified);
    }

    private static Optional<Verified> check(JwtConsumer consumer, String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            return Optional.of(new Verified(
                    InternalToken.caller(claims), claims.getExpirationTime().getValueInMillis()));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
