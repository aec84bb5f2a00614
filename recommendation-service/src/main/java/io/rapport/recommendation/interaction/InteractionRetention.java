package io.rapport.recommendation.interaction;

import io.rapport.platform.retention.Retention;
import io.rapport.recommendation.config.RecommendationConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * Interactions are kept for two years before the newest one, unless the settings say otherwise. Events bear business time,
 * so this is counted in it, too.
 */
@ApplicationScoped
class InteractionRetention implements Retention {
    private static final String SWEEP = "delete from interaction "
            + "where at < (select max(at) from interaction where at <= $1) - make_interval(secs => $2)";

    private final InstantSource clock;
    private final Duration kept;

    InteractionRetention(InstantSource clock, RecommendationConfig config) {
        this.clock = clock;
        this.kept = config.interactionsKept();
    }

    @Override
    public String what() {
        return "interactions";
    }

    @Override
    public Uni<Integer> sweep(SqlClient client) {
        return client.preparedQuery(SWEEP)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), (double) kept.toSeconds()))
                .map(SqlResult::rowCount);
    }
}
