package io.rapport.profile.rejected;

import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.retention.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Refused events are kept for 30 days. */
@SystemTime("Retention")
@ApplicationScoped
class RejectedRetention implements Retention {
    private static final Duration KEPT = Duration.ofDays(30);

    private final RejectedStore store;

    RejectedRetention(RejectedStore store) {
        this.store = store;
    }

    @Override
    public String what() {
        return "rejected events";
    }

    @Override
    public Uni<Integer> sweep(SqlClient client) {
        return store.deleteBefore(client, Instant.now().minus(KEPT));
    }
}
