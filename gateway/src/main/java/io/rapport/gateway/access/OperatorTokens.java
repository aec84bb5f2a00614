package io.rapport.gateway.access;

import io.rapport.platform.caller.Caller;
import java.util.Optional;

/** Tells the operator that a bearer token speaks of. An OIDC provider's tokens would be another one of these. */
interface OperatorTokens {
    /** The operator, or empty for a token that is forged, expired or none of this issuer's. */
    Optional<Caller> operator(String token);
}
