package io.rapport.profile.login;

import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.retention.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Sessions that no token can go on with are forgotten, and so are attempts that no longer count. */
@SystemTime("Retention")
@ApplicationScoped
class LoginRetention implements Retention {
    private final SessionStore sessions;
    private final AttemptStore attempts;

    LoginRetention(SessionStore sessions, AttemptStore attempts) {
        this.sessions = sessions;
        this.attempts = attempts;
    }

    @Override
    public String what() {
        return "sessions and login attempts";
    }

    @Override
    public Uni<Integer> sweep(SqlClient client) {
        return sweep(client, Instant.now());
    }

    Uni<Integer> sweep(SqlClient client, Instant now) {
        return sessions.sweep(client, now)
                .chain(ended -> attempts.sweep(client, now.minus(Attempts.FORGOTTEN_AFTER))
                        .map(forgotten -> ended + forgotten));
    }
}
