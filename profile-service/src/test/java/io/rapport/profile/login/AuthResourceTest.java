package io.rapport.profile.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.profile.testing.LogCapture;
import io.rapport.profile.testing.ServiceTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuthResourceTest extends ServiceTest {
    private final String username = "l-" + UUID.randomUUID();

    @Test
    void aPasswordBuysAnAccessTokenForFifteenMinutes() throws Exception {
        // Given
        Logins.create(username, "marketer", "support");

        // When
        Response answer = Logins.token(username, Logins.PASSWORD);

        // Then
        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("expiresIn", equalTo(900))
                .body("tokenType", equalTo("Bearer"))
                .body("refreshToken", notNullValue());
        JwtClaims claims = Logins.verified(answer.path("accessToken"));
        assertThat(claims.getSubject()).isEqualTo(username);
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("marketer", "support");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("marketer", "support");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(900);
    }

    @Test
    void theUserNameIsTakenInAnyCaseAndThePasswordIsNot() {
        // Given
        Logins.create(username, "support");

        // Then
        Logins.token(" " + username.toUpperCase(Locale.ROOT), Logins.PASSWORD)
                .then()
                .statusCode(200);
        Logins.token(username, Logins.PASSWORD.toUpperCase(Locale.ROOT)).then().statusCode(401);
        Logins.token(username, Logins.PASSWORD + " ").then().statusCode(401);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
        // Given
        Logins.create(username, "support");

        // When
        Response wrong = Logins.token(username, "not the password");
        Response unknown = Logins.token(username + "-nobody", "not the password");

        // Then
        wrong.then().statusCode(401).body("type", equalTo("urn:rapport:problem:unauthenticated"));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
    }

    @Test
    void anUnknownUserCostsAsMuchTimeAsAWrongPassword() {
        // Given
        List<String> known = names("k", 4);
        known.forEach(name -> Logins.create(name, "support"));
        names("warm", 4).forEach(name -> Logins.token(name, "not the password"));

        // When
        long wrong = fastest(known);
        long unknown = fastest(names("u", 4));

        // Then the hash, which is what takes the time, was computed for both
        assertThat(unknown).isGreaterThan(wrong / 3);
        assertThat(wrong).isGreaterThan(unknown / 3);
    }

    private List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i + username).toList();
    }

    private static long fastest(List<String> names) {
        return names.stream().mapToLong(AuthResourceTest::nanos).min().orElseThrow();
    }

    private static long nanos(String name) {
        long start = System.nanoTime();
        Logins.token(name, "not the password").then().statusCode(401);
        return System.nanoTime() - start;
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
        // Given
        Logins.create(username, "support");

        // When
        List<Integer> answers = Stream.generate(
                        () -> Logins.token(username, "not the password").statusCode())
                .limit(5)
                .toList();
        Response sixth = Logins.token(username, Logins.PASSWORD);

        // Then
        assertThat(answers).containsOnly(401);
        sixth.then().statusCode(429).body("type", equalTo("urn:rapport:problem:rate-limited"));
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(20, 31);
        Logins.token("admin", ADMIN_PASSWORD).then().statusCode(200);
    }

    @Test
    void guessesAtTheSameTimeAreNoMoreThanGuessesInTurn() {
        // Given
        Logins.create(username, "support");

        // When
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Logins.token(username, "guess " + i).statusCode()))
                .toList();
        List<Integer> answers = guesses.stream().map(CompletableFuture::join).toList();

        // Then
        assertThat(answers).containsOnly(401, 429);
        assertThat(answers.stream().filter(code -> code == 401)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aLoginForgetsTheWrongPasswordsBeforeIt() {
        // Given
        Logins.create(username, "support");
        IntStream.range(0, 4).forEach(i -> Logins.token(username, "not the password"));

        // When
        Logins.token(username, Logins.PASSWORD).then().statusCode(200);
        IntStream.range(0, 4).forEach(i -> Logins.token(username, "not the password"));

        // Then
        Logins.token(username, Logins.PASSWORD).then().statusCode(200);
    }

    @Test
    void aRefreshTokenWorksOnceAndItsReuseEndsTheSession() {
        // Given
        Logins.create(username, "support");
        String first = Logins.token(username, Logins.PASSWORD).path("refreshToken");
        String second = Logins.refresh(first).then().statusCode(200).extract().path("refreshToken");
        String third = Logins.refresh(second).then().statusCode(200).extract().path("refreshToken");

        // When somebody uses the first again
        Response reuse = Logins.refresh(first);

        // Then
        reuse.then().statusCode(401);
        assertThat(Arrays.asList(first, second, third)).doesNotHaveDuplicates();
        Logins.refresh(third).then().statusCode(401);
        Logins.token(username, Logins.PASSWORD).then().statusCode(200);
    }

    @Test
    void aRefreshBringsTheRolesOfTheMoment() throws Exception {
        // Given
        Logins.create(username, "support");
        String refreshToken = Logins.token(username, Logins.PASSWORD).path("refreshToken");
        admin().body(Map.of("roles", List.of("analyst"))).put("/api/operators/" + username);

        // When
        Response refreshed = Logins.refresh(refreshToken);

        // Then
        assertThat(Logins.verified(refreshed.path("accessToken")).getStringListClaimValue("roles"))
                .containsExactly("analyst");
    }

    @Test
    void logoutEndsTheSessionAndSaysNothingOfUnknownOnes() {
        // Given
        Logins.create(username, "support");
        String refreshToken = Logins.token(username, Logins.PASSWORD).path("refreshToken");
        String other = Logins.token(username, Logins.PASSWORD).path("refreshToken");

        // When
        Logins.logout(refreshToken).then().statusCode(204);

        // Then
        Logins.refresh(refreshToken).then().statusCode(401);
        Logins.logout(refreshToken).then().statusCode(204);
        Logins.refresh(other).then().statusCode(200);
    }

    @Test
    void aNewPasswordOrDeletionEndsEverySession() {
        // Given
        Logins.create(username, "support");
        String first = Logins.token(username, Logins.PASSWORD).path("refreshToken");
        String path = "/api/operators/" + username;

        // When
        admin().body(Map.of("roles", List.of("support"), "password", "another password"))
                .put(path);

        // Then
        Logins.refresh(first).then().statusCode(401);
        String second = Logins.token(username, "another password").path("refreshToken");
        admin().delete(path);
        Logins.refresh(second).then().statusCode(401);
        Logins.token(username, "another password").then().statusCode(401);
    }

    @Test
    void missingFieldsAre400AndNonsenseIsNo500() {
        Logins.token("", Logins.PASSWORD).then().statusCode(400);
        Logins.token("\0", "a\0").then().statusCode(400);
        Logins.token("x".repeat(2_000), "y").then().statusCode(400);
        Logins.token("' or 1=1 --", "y").then().statusCode(401);
        Logins.refresh("no token").then().statusCode(401);
    }

    @Test
    void noSecretReachesTheLogOrTheDatabaseInClear() {
        // Given
        Logins.create(username, "support");
        try (LogCapture log = new LogCapture()) {
            // When
            Response tokens = Logins.token(username, Logins.PASSWORD);
            Logins.token(username, "a wrong password");
            Response next = Logins.refresh(tokens.path("refreshToken"));
            Logins.refresh(tokens.path("refreshToken")).then().statusCode(401);

            // Then
            String all = String.join("\n", log.lines());
            assertThat(all)
                    .contains("was used twice")
                    .doesNotContain(Logins.PASSWORD)
                    .doesNotContain("a wrong password")
                    .doesNotContain(tokens.<String>path("refreshToken"))
                    .doesNotContain(tokens.<String>path("accessToken"))
                    .doesNotContain(next.<String>path("refreshToken"));
        }
        String open = Logins.token(username, Logins.PASSWORD).path("refreshToken");
        assertThat(count("select count(*) from refresh_token t where t::text like $1", "%" + open + "%"))
                .isZero();
        assertThat(count("select count(*) from login_attempt t where t::text like $1", "%" + username + "%"))
                .isZero();
    }
}
