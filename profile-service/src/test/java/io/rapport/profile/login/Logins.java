package io.rapport.profile.login;

import static io.restassured.RestAssured.given;

import io.rapport.platform.testing.TestCallers;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Logs in as a caller does: through the gateway, without a credential. */
public final class Logins {
    private Logins() {}

    public static Response token(String username, String password) {
        return post("/auth/token", Map.of("username", username, "password", password));
    }

    static Response refresh(String refreshToken) {
        return post("/auth/refresh", Map.of("refreshToken", refreshToken));
    }

    static Response logout(String refreshToken) {
        return post("/auth/logout", Map.of("refreshToken", refreshToken));
    }

    private static Response post(String path, Map<String, String> body) {
        return given().header("Authorization", TestCallers.nobody())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    /** The token's claims, if one of the keys that the service publishes now has signed it. */
    public static JwtClaims verified(String token) throws JoseException, InvalidJwtException {
        String jwks = given().header("Authorization", TestCallers.nobody())
                .get("/.well-known/jwks.json")
                .asString();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setExpectedIssuer("rapport")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }

    /** An operator with these roles and the password {@code correct horse battery staple}. */
    static void create(String username, String... roles) {
        given().header("Authorization", TestCallers.admin())
                .contentType("application/json")
                .body(Map.of("roles", List.of(roles), "password", PASSWORD))
                .put("/api/operators/" + username)
                .then()
                .statusCode(201);
    }

    static final String PASSWORD = "correct horse battery staple";
}
