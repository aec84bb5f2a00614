package io.rapport.platform.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.testing.TestCallers;
import io.restassured.response.Response;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallerFilterTest extends PlatformTest {
    private static final Caller ADMIN =
            new Caller(Caller.Kind.OPERATOR, "eve", null, null, null, java.util.Set.of(Role.ADMIN), java.util.Set.of());

    private static Response whoami(String authorization) {
        return given().header("Authorization", authorization).get("/api/notes/whoami");
    }

    private static void refused(Response response, int status, String type) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rapport:problem:" + type));
    }

    @Test
    void theCallerIsWhoTheGatewaySays() {
        whoami(TestCallers.operator(Role.ANALYST)).then().statusCode(200).body(equalTo("OPERATOR tester"));
        whoami(TestCallers.visitor("web", "42")).then().statusCode(200).body(equalTo("VISITOR web"));
    }

    @Test
    void withoutTheGatewaysTokenNobodyGetsIn() throws JoseException, NoSuchAlgorithmException {
        refused(given().get("/api/notes/whoami"), 401, "unauthenticated");
        refused(given().get("/api/notes/anybody"), 401, "unauthenticated");
        refused(given().get("/internal/notes"), 401, "unauthenticated");
        refused(whoami("Bearer "), 401, "unauthenticated");
        refused(whoami("Bearer a.b.c"), 401, "unauthenticated");
        refused(whoami("Basic " + TestCallers.admin().substring(7)), 401, "unauthenticated");
        refused(whoami(TestCallers.admin() + "x"), 401, "unauthenticated");
        refused(whoami("Bearer " + new InternalTokenSigner(strangersKey()).tokenFor(ADMIN)), 401, "unauthenticated");
    }

    @Test
    void aTokenThatIsExpiredOrForAnotherPurposeIsRefused() throws JoseException {
        JwtClaims expired = InternalToken.claims(ADMIN);
        expired.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() - 60));
        refused(whoami("Bearer " + signed(expired)), 401, "unauthenticated");

        refused(whoami("Bearer " + signed(InternalToken.claims(ADMIN))), 401, "unauthenticated");

        JwtClaims foreign = InternalToken.claims(ADMIN);
        foreign.setExpirationTimeMinutesInTheFuture(1);
        foreign.setIssuer("somebody-else");
        refused(whoami("Bearer " + signed(foreign)), 401, "unauthenticated");

        JwtClaims empty = new JwtClaims();
        empty.setExpirationTimeMinutesInTheFuture(1);
        empty.setIssuer(InternalToken.ISSUER);
        refused(whoami("Bearer " + signed(empty)), 401, "unauthenticated");
    }

    @Test
    void aTokenCannotChooseItsAlgorithm() throws JoseException {
        JwtClaims claims = InternalToken.claims(ADMIN);
        claims.setExpirationTimeMinutesInTheFuture(1);
        JsonWebSignature none = new JsonWebSignature();
        none.setPayload(claims.toJson());
        none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        refused(whoami("Bearer " + none.getCompactSerialization()), 401, "unauthenticated");

        JsonWebSignature symmetric = new JsonWebSignature();
        symmetric.setPayload(claims.toJson());
        symmetric.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        symmetric.setKey(new HmacKey(Base64.getDecoder().decode(setting("rapport.internal.public-keys"))));
        refused(whoami("Bearer " + symmetric.getCompactSerialization()), 401, "unauthenticated");
    }

    @Test
    void eachMethodLetsInWhomItSays() {
        refused(whoami(TestCallers.operator(Role.MARKETER)), 403, "forbidden");
        refused(whoami(TestCallers.nobody()), 401, "unauthenticated");
        refused(post(TestCallers.server("notes:read")), 403, "forbidden");
        refused(post(TestCallers.server("catalog:*")), 403, "forbidden");
        refused(post(TestCallers.visitor("web", null)), 403, "forbidden");
        post(TestCallers.server("notes:write")).then().statusCode(200);
        post(TestCallers.server("notes:*")).then().statusCode(200);
        post(TestCallers.server("*")).then().statusCode(200);
        given().header("Authorization", TestCallers.nobody())
                .get("/api/notes/anybody")
                .then()
                .statusCode(200);
    }

    private static Response post(String authorization) {
        return given().header("Authorization", authorization)
                .contentType("application/json")
                .body("{}")
                .post("/api/notes/parsed");
    }

    @Test
    void aMethodThatForgotToSayLetsNobodyIn() {
        refused(given().header("Authorization", TestCallers.admin()).get("/api/notes/forgotten"), 403, "forbidden");
        refused(
                given().urlEncodingEnabled(false)
                        .header("Authorization", TestCallers.admin())
                        .get("/internal/..%2fapi/notes/forgotten"),
                404,
                "not-found");
        refused(
                given().urlEncodingEnabled(false)
                        .header("Authorization", TestCallers.admin())
                        .get("/internal/../api/notes/forgotten"),
                403,
                "forbidden");
    }

    @Test
    void whatIsInternalNeedsTheGatewaysTokenAlone() {
        given().header("Authorization", TestCallers.nobody())
                .get("/internal/notes")
                .then()
                .statusCode(200);
    }

    private static String signed(JwtClaims claims) throws JoseException {
        PrivateKey key = Ed25519Keys.privateKey(setting("rapport.internal.private-key"));
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        return jws.getCompactSerialization();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String strangersKey() throws NoSuchAlgorithmException {
        return Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
    }
}
