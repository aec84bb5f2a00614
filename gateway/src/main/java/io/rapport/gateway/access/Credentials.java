package io.rapport.gateway.access;

import io.rapport.gateway.http.ClientAddress;
import io.rapport.gateway.limits.RateLimits;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls from the credential that a request carries, and refuses a wrong one. What is secret is not even looked at
 * once its address has guessed too often, or the answer would tell a right guess from a wrong one; a write key is public, so
 * there is nothing in it to guess.
 */
@ApplicationScoped
public class Credentials {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final AccessDirectory directory;
    private final OperatorTokens operators;
    private final RateLimits limits;

    Credentials(AccessDirectory directory, OperatorTokens operators, RateLimits limits) {
        this.directory = directory;
        this.operators = operators;
        this.limits = limits;
    }

    /** The caller that the headers name, or empty where they name none; a wrong credential is a 401. */
    public Optional<Caller> ofHeaders(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        String writeKey = request.getHeader("X-Write-Key");
        if (authorization != null) {
            return Optional.of(ofAuthorization(authorization, request));
        }
        return writeKey == null ? Optional.empty() : Optional.of(ofWriteKey(writeKey, request));
    }

    /** The caller; none at all is a 401. */
    public Caller required(HttpServerRequest request) {
        return ofHeaders(request).orElseThrow(() -> missing());
    }

    /** The visitor's client with this public key, and the user that {@code X-User-Token} proves. */
    public Caller ofWriteKey(String writeKey, HttpServerRequest request) {
        KnownSource source = directory.sourceOf(writeKey).orElseThrow(() -> wrong(request));
        String token = request.getHeader("X-User-Token");
        return visitor(source, token == null || token.isBlank() ? null : user(source, token, request));
    }

    /** What to say where there is no credential. */
    public static Problem missing() {
        return unauthenticated("This needs a credential.");
    }

    /** What to say where there must be proof of the user. */
    public static Problem userTokenMissing() {
        return unauthenticated("Acting as a user needs that user's X-User-Token.");
    }

    private Caller ofAuthorization(String header, HttpServerRequest request) {
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return ofWriteKey(userName(header.substring(BASIC.length()).strip(), request), request);
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw wrong(request);
        }
        limits.checkGuesses(ClientAddress.of(request));
        String token = header.substring(BEARER.length()).strip();
        return (token.startsWith("sk_") ? server(token) : operators.operator(token)).orElseThrow(() -> wrong(request));
    }

    private String userName(String basic, HttpServerRequest request) {
        try {
            String text = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? text : text.substring(0, colon);
        } catch (IllegalArgumentException e) {
            throw wrong(request);
        }
    }

    private Optional<Caller> server(String key) {
        return directory
                .serverKey(ServerKeyHash.of(key))
                .map(known -> new Caller(
                        Caller.Kind.SERVER,
                        known.id(),
                        known.sourceId(),
                        directory.typeOf(known.sourceId()),
                        null,
                        Set.of(),
                        Set.copyOf(known.scopes())));
    }

    private static Caller visitor(KnownSource source, @Nullable String user) {
        return new Caller(Caller.Kind.VISITOR, source.id(), source.id(), source.type(), user, Set.of(), Set.of());
    }

    private String user(KnownSource source, String token, HttpServerRequest request) {
        limits.checkGuesses(ClientAddress.of(request));
        return UserTokens.user(source, token).orElseThrow(() -> wrong(request));
    }

    private Problem wrong(HttpServerRequest request) {
        limits.wrongCredential(ClientAddress.of(request));
        return unauthenticated("The credential is not valid.");
    }

    private static Problem unauthenticated(String detail) {
        return Problem.of(CommonProblem.UNAUTHENTICATED, detail)
                .withHeader("WWW-Authenticate", "Bearer realm=\"rapport\"");
    }
}
