package io.rapport.profile.login;

import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.AccessConfig;
import io.rapport.profile.operator.Operator;
import io.rapport.profile.operator.OperatorService;
import io.rapport.profile.operator.Passwords;
import io.rapport.profile.operator.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Logs operators in. An unknown user name takes the same steps, and as long, as a wrong password. */
@SystemTime("Sessions and waits after wrong passwords are lifetimes of tokens")
@ApplicationScoped
class LoginService {
    private static final Logger LOG = Logger.getLogger(LoginService.class);

    private final OperatorService operators;
    private final Passwords passwords;
    private final AttemptStore attempts;
    private final SessionStore sessions;
    private final AccessTokens tokens;
    private final AccessConfig.Login config;

    LoginService(
            OperatorService operators,
            Passwords passwords,
            AttemptStore attempts,
            SessionStore sessions,
            AccessTokens tokens,
            AccessConfig config) {
        this.operators = operators;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.config = config.login();
    }

    Uni<TokenView> login(String typed, String password) {
        String username = Username.normal(typed);
        return attempt(username)
                .chain(() -> operators.find(username))
                .chain(found -> verified(found, password))
                .call(operator -> attempts.clear(username))
                .chain(operator -> sessions.open(operator, Instant.now())
                        .map(opened -> opened.orElseThrow(LoginService::wrong))
                        .chain(refreshToken -> answer(operator, refreshToken)));
    }

    private Uni<Attempts> attempt(String username) {
        Instant now = Instant.now();
        return attempts.change(username, now, stood -> stood.wait(now).isZero() ? stood.next(now, config) : stood)
                .invoke(stood -> {
                    if (!stood.wait(now).isZero()) {
                        throw tooMany(stood.wait(now));
                    }
                });
    }

    private static Problem tooMany(Duration wait) {
        return Problem.of(CommonProblem.RATE_LIMITED, "Too many wrong passwords; wait before the next attempt.")
                .withHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
    }

    private Uni<Operator> verified(Optional<Operator> found, String password) {
        return passwords.matches(password, found.map(Operator::passwordHash)).map(matches -> {
            if (!matches) {
                throw wrong();
            }
            return found.orElseThrow();
        });
    }

    private static Problem wrong() {
        return Problem.of(CommonProblem.UNAUTHENTICATED, "The user name or the password is wrong.");
    }

    private Uni<TokenView> answer(Operator operator, String refreshToken) {
        return tokens.issue(operator)
                .map(token ->
                        new TokenView(token, refreshToken, tokens.lifetime().toSeconds(), "Bearer"));
    }

    Uni<TokenView> refresh(String refreshToken) {
        return sessions.refresh(refreshToken, Instant.now()).chain(result -> {
            if (result instanceof Refresh.Rotated rotated) {
                return goOn(rotated);
            }
            if (result instanceof Refresh.Reused reused) {
                LOG.warnf("A refresh token of session %s was used twice; the session has ended", reused.sessionId());
            }
            throw ended();
        });
    }

    private Uni<TokenView> goOn(Refresh.Rotated rotated) {
        return operators.find(rotated.username()).chain(found -> {
            boolean same = found.map(Operator::passwordVersion).equals(Optional.of(rotated.passwordVersion()));
            return same
                    ? answer(found.orElseThrow(), rotated.refreshToken())
                    : sessions.logout(rotated.refreshToken())
                            .chain(() -> Uni.createFrom().failure(ended()));
        });
    }

    private static Problem ended() {
        return Problem.of(CommonProblem.UNAUTHENTICATED, "The session has ended; log in again.");
    }

    Uni<Void> logout(String refreshToken) {
        return sessions.logout(refreshToken);
    }
}
