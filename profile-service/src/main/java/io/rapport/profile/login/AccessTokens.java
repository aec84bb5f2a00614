package io.rapport.profile.login;

import io.rapport.platform.caller.Role;
import io.rapport.platform.clock.SystemTime;
import io.rapport.profile.access.AccessConfig;
import io.rapport.profile.operator.Operator;
import io.rapport.profile.signingkey.SigningKeyService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Operators' access tokens: RS256 JWTs that say who and which roles, and that the gateway verifies on its own. */
@SystemTime("A token lives on system time, for other parties verify it")
@ApplicationScoped
class AccessTokens {
    static final String ISSUER = "rapport";

    private final SigningKeyService keys;
    private final Duration lifetime;

    AccessTokens(SigningKeyService keys, AccessConfig config) {
        this.keys = keys;
        this.lifetime = config.login().accessToken();
    }

    Duration lifetime() {
        return lifetime;
    }

    Uni<String> issue(Operator operator) {
        Instant now = Instant.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(operator.username());
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(now.plus(lifetime).toEpochMilli()));
        List<String> roles = operator.roles().stream().map(Role::wire).sorted().toList();
        claims.setStringListClaim("roles", roles);
        // The name that MicroProfile JWT gives them, for tools that know that one.
        claims.setStringListClaim("groups", roles);
        return keys.sign(claims);
    }
}
