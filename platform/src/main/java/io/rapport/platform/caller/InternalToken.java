package io.rapport.platform.caller;

import io.rapport.events.SourceType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** The claims of the gateway's internal token, an EdDSA JWT (RFC 8037) that lives for a minute. */
public final class InternalToken {
    public static final String ISSUER = "rapport-gateway";
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private InternalToken() {}

    /** The claims that say who calls. */
    public static JwtClaims claims(Caller caller) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(caller.subject());
        claims.setStringClaim("kind", caller.kind().name());
        claims.setStringClaim("source", caller.sourceId());
        claims.setStringClaim(
                "sourceType",
                caller.sourceType() == null ? null : caller.sourceType().wire());
        claims.setStringClaim("userId", caller.userId());
        claims.setStringListClaim(
                "roles", caller.roles().stream().map(Role::name).toList());
        claims.setStringListClaim("scopes", List.copyOf(caller.scopes()));
        return claims;
    }

    static Caller caller(JwtClaims claims) throws MalformedClaimException {
        String sourceType = claims.getStringClaimValue("sourceType");
        return new Caller(
                Caller.Kind.valueOf(claims.getStringClaimValue("kind")),
                claims.getSubject(),
                claims.getStringClaimValue("source"),
                sourceType == null ? null : SourceType.of(sourceType),
                claims.getStringClaimValue("userId"),
                claims.getStringListClaimValue("roles").stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(claims.getStringListClaimValue("scopes")));
    }
}
