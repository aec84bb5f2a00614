package io.rapport.gateway.access;

import java.security.Key;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** JWTs (RFC 7519) by which a shop vouches for its signed-in visitor: HS256 with the source's secret and nothing else. */
final class UserTokens {
    private static final int SKEW_SECONDS = 30;

    private UserTokens() {}

    /** The user that the token vouches for, or empty for a token that is forged, expired or none. */
    static Optional<String> user(KnownSource source, String token) {
        Key key = source.userTokenKey();
        return key == null ? Optional.empty() : user(key, token);
    }

    private static Optional<String> user(Key key, String token) {
        try {
            String subject = new JwtConsumerBuilder()
                    .setVerificationKey(key)
                    .setRelaxVerificationKeyValidation()
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                    .setSkipDefaultAudienceValidation()
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setRequireSubject()
                    .build()
                    .processToClaims(token)
                    .getSubject();
            return Optional.of(subject).filter(user -> !user.isEmpty());
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }
}
