package io.rapport.gateway.access;

import io.rapport.events.AccessRecord;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.caller.Role;
import io.rapport.platform.clock.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Tokens of the suite's own issuer: RS256 by one of the announced signing keys, named by {@code kid}. */
@SystemTime("tokens and keys live by the system's clock")
@ApplicationScoped
class EmbeddedIssuer implements OperatorTokens {
    private static final String ISSUER = "rapport";
    private static final int SKEW_SECONDS = 30;

    private final AccessDirectory directory;
    private final JwtConsumer consumer;

    EmbeddedIssuer(AccessDirectory directory) {
        this.directory = directory;
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver((jws, nesting) -> key(jws))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(ISSUER)
                .setSkipDefaultAudienceValidation()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
    }

    @Override
    public Optional<Caller> operator(String token) {
        try {
            return Optional.of(caller(consumer.processToClaims(token)));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Key key(JsonWebSignature jws) throws UnresolvableKeyException {
        String kid = Optional.ofNullable(jws.getKeyIdHeaderValue())
                .orElseThrow(() -> new UnresolvableKeyException("The token names no key"));
        AccessRecord.SigningKey key = directory
                .signingKey(kid)
                .filter(known -> Instant.now().isBefore(known.notAfter()))
                .orElseThrow(() -> new UnresolvableKeyException("No key " + kid));
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(key.jwk()).getPublicKey();
        } catch (JoseException e) {
            throw new UnresolvableKeyException("The key " + kid + " is not a JWK", e);
        }
    }

    private static Caller caller(JwtClaims claims) throws MalformedClaimException {
        List<String> roles = claims.getStringListClaimValue("groups");
        return new Caller(
                Caller.Kind.OPERATOR,
                claims.getSubject(),
                null,
                null,
                null,
                roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet()),
                Set.of());
    }
}
